/**
 * Validates the context of a task request as Tasker does when a task is created, or as JSON schema is usually read.
 * Our own keyword table instead of a library: strictness, inserted defaults and messages differ from all of them.
 */
import type { JsonObject } from '../template.ts';
import type { ContextError, ValidationMode } from './validate/check.ts';
import { draftObject, jsonObjectOf } from './draft.ts';
import { checkSchema, startRun } from './validate/check-schema.ts';

export type { ContextError, ValidationMode } from './validate/check.ts';

export interface ContextValidation {
  readonly valid: boolean;
  /** All of them; a missing property that is also in `required` is told twice in strict mode, as upstream does. */
  readonly errors: readonly ContextError[];
  /** The context with defaults filled in. Tasker validates this and then stores the context without them. */
  readonly withDefaults: JsonObject;
}

/** Without a schema only an empty context is refused. */
export function validateContext(
  schema: JsonObject | undefined,
  context: JsonObject,
  mode: ValidationMode,
): ContextValidation {
  const draft = draftObject(context);
  const errors: ContextError[] = [];
  if (schema !== undefined) checkSchema(startRun(schema, mode), schema, draft, [], errors);
  // The record is looked at after the schema: a task must have some context at all.
  if (errors.length === 0 && Object.keys(context).length === 0)
    errors.push({ path: '', message: "can't be blank" });
  return { valid: errors.length === 0, errors, withDefaults: jsonObjectOf(draft) };
}
