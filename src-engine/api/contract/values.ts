/** Zod schemas of the small values that several procedures share. Their types are those of the engine, checked against it. */
import { z } from 'zod';
import type { TemplateEdit } from '../../template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../template/template.ts';

/** Above anything a person writes; a larger text is refused before it is read. */
export const LONGEST_TEXT = 8_000_000;

export const text = z.string().max(LONGEST_TEXT);

/** Passed on untouched: key order of a payload is part of the log. */
export const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Any value of JSON, passed on untouched. */
export const json = z.custom<Json>((value) => value !== undefined);

export const profileName = z.enum(['documented', 'rails-1.0']);

/** A value of our own making; whoever applies it has it checked by the edit itself. */
const templateEdit = z.custom<TemplateEdit>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);

export const fix = z.object({ title: z.string(), edit: templateEdit });

export const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string(),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  offset: z.number(),
  length: z.number(),
  fixes: z.array(fix).readonly().exactOptional(),
});

export const loggedEvent = z.object({
  seq: z.number().int(),
  at: z.string(),
  name: z.string(),
  payload: jsonObject,
});
