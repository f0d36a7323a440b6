/** What a step that is drawn begins with. Pure. */
import type { Json, JsonObject } from '../../src-engine/template/template.ts';

/** `once`: one attempt and no more, as for a payment that must not be taken twice. */
export type NewStepKind = 'step' | 'api' | 'once';

export const NEW_STEP_NAMES: Readonly<Record<NewStepKind, string>> = {
  step: 'new_step',
  api: 'call_api',
  once: 'run_once',
};

/** The headers are those an API handler sends by itself when it is not configured in YAML. */
const API_CONFIG: JsonObject = {
  type: 'api',
  url: 'https://api.example.com/',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  enable_exponential_backoff: true,
};

const FIELDS: Readonly<Record<NewStepKind, Readonly<Record<string, Json>>>> = {
  step: { default_retryable: true, default_retry_limit: 3 },
  api: { default_retryable: true, default_retry_limit: 3, handler_config: API_CONFIG },
  once: { default_retryable: true, default_retry_limit: 1 },
};

export function fieldsOf(kind: NewStepKind): JsonObject {
  return FIELDS[kind];
}

/**
 * A class for a step of that name, in the module in which most of the others are.
 * @param others Handler classes of the template, e.g. `Shop::ValidateCartHandler`.
 */
export function handlerClassFor(name: string, others: readonly string[]): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  // A constant begins with a letter.
  return `${mostCommon(others.map(moduleOf))}${/^\p{Lu}/u.test(base) ? base : `Step${base}`}Handler`;
}

/** With its `::`; empty for none. */
function moduleOf(handlerClass: string): string {
  const end = handlerClass.lastIndexOf('::');
  return end < 0 ? '' : handlerClass.slice(0, end + 2);
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}
