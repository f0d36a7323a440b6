/** Values that are not to leave production: found by their keys, replaced by their kind. Pure. */
import type { Json, JsonObject } from '../../template/template.ts';
import type { CopiedTransition, TaskCopy } from '../../store/production/rows/task-copy.ts';

export interface MaskedKey {
  readonly key: string;
  readonly count: number;
  /** Whether its name looks like that of a secret, or of something about a person. */
  readonly suggested: boolean;
  /** Where it stands for the first time, e.g. `context.payment_info`. */
  readonly where: string;
}

const MASK = '***';

const SECRET =
  /pass(word|wd|phrase)?|secret|token|api_?key|auth|credential|private|signature|session|cookie|card|cvv|cvc|iban|account_number|routing|ssn|social|tax_id|birth|passport|email|phone|mobile|address|street|zip|postal|first_?name|last_?name|full_?name|customer_name|^name$|^ip$|ip_address/i;

/** Of context and results, those that look like secrets first. */
export function keysOf(copy: TaskCopy): readonly MaskedKey[] {
  const found = new Map<string, { count: number; where: string }>();
  walk(copy.context, 'context', found);
  walk(requestOf(copy), 'the request', found);
  for (const { name, results } of copy.steps) walk(results, `results of ${name}`, found);
  return [...found]
    .map(([key, { count, where }]) => ({ key, count, where, suggested: SECRET.test(key) }))
    .sort((a, b) => Number(b.suggested) - Number(a.suggested) || a.key.localeCompare(b.key));
}

function walk(value: Json, where: string, found: Map<string, { count: number; where: string }>): void {
  if (isList(value)) for (const item of value) walk(item, where, found);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { count: 1, where });
      else known.count += 1;
      walk(inner, `${where}.${key}`, found);
    }
  }
}

/** The copy with the values of these keys replaced, wherever they stand. */
export function masked(copy: TaskCopy, keys: readonly string[]): TaskCopy {
  const hidden = new Set(keys);
  return {
    ...copy,
    context: maskedValue(copy.context, hidden),
    initiator: shown('initiator', copy.initiator, hidden),
    sourceSystem: shown('source_system', copy.sourceSystem, hidden),
    reason: shown('reason', copy.reason, hidden),
    transitions: copy.transitions.map((each) => withoutValues(each, hidden)),
    steps: copy.steps.map((step) => ({
      ...step,
      results: maskedValue(step.results, hidden),
      transitions: step.transitions.map((each) => withoutValues(each, hidden)),
    })),
  };
}

/** Columns of the task that people may have filled with anything. */
function requestOf({ initiator, sourceSystem, reason }: TaskCopy): JsonObject {
  const columns = { initiator, source_system: sourceSystem, reason };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
}

function shown(key: string, value: string | null, hidden: ReadonlySet<string>): string | null {
  return value !== null && hidden.has(key) ? MASK : value;
}

function withoutValues(transition: CopiedTransition, hidden: ReadonlySet<string>): CopiedTransition {
  return { ...transition, metadata: maskedValue(transition.metadata, hidden) };
}

function maskedValue(value: Json, hidden: ReadonlySet<string>): Json {
  if (isList(value)) return value.map((item) => maskedValue(item, hidden));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      hidden.has(key) ? replaced(inner) : maskedValue(inner, hidden),
    ]),
  );
}

/** Of the same kind, so that handlers and schemas still find what they expect. */
function replaced(value: Json): Json {
  if (typeof value === 'string') return MASK;
  if (typeof value === 'number') return 0;
  if (isList(value)) return value.map(replaced);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
  return value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
