/** Runs all keywords of a schema against a value. */
import type { JsonObject } from '../../template.ts';
import type { Draft } from '../draft.ts';
import type { ContextError, Run, ValidationMode } from './check.ts';
import { own } from '../draft.ts';
import { KEYWORDS } from './keywords.ts';

const MOST_SUBSCHEMAS = 100_000;
const DEEPEST = 200;

export function startRun(root: JsonObject, mode: ValidationMode): Run {
  return { root, mode, draft: draftNumber(root), budget: MOST_SUBSCHEMAS, open: new Set() };
}

/** Keywords are taken in the order in which the schema has them; so come the messages. */
export function checkSchema(
  run: Run,
  schema: JsonObject,
  data: Draft,
  path: readonly string[],
  errors: ContextError[],
  depth = 0,
): void {
  run.budget -= 1;
  if (run.budget <= 0 || depth > DEEPEST) {
    const message = `The property '#/${path.join('/')}' cannot be checked: the schema refers to itself without end`;
    if (errors.at(-1)?.message !== message) errors.push({ path: '', message });
    return;
  }
  const descend = (inner: JsonObject, value: Draft, at: readonly string[], into = errors): void =>
    checkSchema(run, inner, value, at, into, depth + 1);
  for (const key of Object.keys(schema)) KEYWORDS.get(key)?.({ run, schema, data, path, errors, descend });
}

function draftNumber(schema: JsonObject): 3 | 4 | 6 {
  const name = own(schema, '$schema');
  if (typeof name !== 'string') return 6;
  if (name.includes('draft-03')) return 3;
  return name.includes('draft-04') ? 4 : 6;
}
