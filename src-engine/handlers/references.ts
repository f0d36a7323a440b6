/**
 * Results that refer to what came before: `${validate_cart.total}` reads a result of an earlier step,
 * `${context.customer.email}` the task context. A string that is one reference becomes the value itself.
 */
import type { Json, JsonObject } from '../template/template.ts';

const REFERENCE = /\$\{([^}.]+)((?:\.[^}.]+)*)\}/g;
const CONTEXT = 'context';

/** Names of the steps that `value` refers to. */
export function referencedSteps(value: Json): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Json): void => {
    if (typeof part === 'string') {
      for (const [, name] of part.matchAll(REFERENCE))
        if (name !== undefined && name !== CONTEXT) names.add(name);
    } else if (part !== null && typeof part === 'object') {
      for (const child of Object.values(part)) visit(child);
    }
  };
  visit(value);
  return [...names];
}

/** `value` with every reference replaced; what cannot be found becomes null. */
export function resolveReferences(
  value: Json,
  context: JsonObject,
  resultsOf: (stepName: string) => Json | undefined,
): Json {
  const lookUp = (name: string, path: string): Json =>
    descend(name === CONTEXT ? context : resultsOf(name), path.split('.').slice(1));
  const resolve = (part: Json): Json => {
    if (typeof part === 'string') return resolveText(part, lookUp);
    if (isList(part)) return part.map(resolve);
    if (part !== null && typeof part === 'object') {
      return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, resolve(child)]));
    }
    return part;
  };
  return resolve(value);
}

function resolveText(text: string, lookUp: (name: string, path: string) => Json): Json {
  const whole = /^\$\{([^}.]+)((?:\.[^}.]+)*)\}$/.exec(text);
  if (whole?.[1] !== undefined) return lookUp(whole[1], whole[2] ?? '');
  return text.replace(REFERENCE, (_, name: string, path: string) => {
    const found = lookUp(name, path);
    return typeof found === 'string' ? found : JSON.stringify(found);
  });
}

function descend(value: Json | undefined, path: readonly string[]): Json {
  let here: Json | undefined = value;
  for (const key of path) {
    if (here === null || typeof here !== 'object') return null;
    here = isList(here) ? here[Number(key)] : here[key];
  }
  return here ?? null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
