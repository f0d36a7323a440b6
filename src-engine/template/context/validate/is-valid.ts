/** Whether a single value fits a subschema, strictly. */
import type { Json, JsonObject } from '../../template.ts';
import type { ContextError } from './check.ts';
import { draftOf } from '../draft.ts';
import { checkSchema, startRun } from './check-schema.ts';

export function isValidValue(schema: JsonObject, value: Json, root: JsonObject): boolean {
  const errors: ContextError[] = [];
  checkSchema(startRun(root, 'strict'), schema, draftOf(value), [], errors);
  return errors.length === 0;
}
