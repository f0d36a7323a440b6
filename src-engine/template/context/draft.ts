/** JSON that may be filled with defaults while it is validated. Objects are maps, so no key name is special. */
import type { Json, JsonObject } from '../template.ts';

export type Draft = string | number | boolean | null | Draft[] | DraftObject;
export type DraftObject = Map<string, Draft>;

export function draftOf(json: Json): Draft {
  if (isArray(json)) return json.map(draftOf);
  return isObject(json) ? draftObject(json) : json;
}

export function draftObject(json: JsonObject): DraftObject {
  return new Map(Object.entries(json).map(([key, value]) => [key, draftOf(value)]));
}

export function jsonOf(draft: Draft): Json {
  if (Array.isArray(draft)) return draft.map(jsonOf);
  return draft instanceof Map ? jsonObjectOf(draft) : draft;
}

export function jsonObjectOf(draft: DraftObject): JsonObject {
  return Object.fromEntries([...draft].map(([key, value]) => [key, jsonOf(value)]));
}

export function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The value of an own key: a schema may name a property `constructor`. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value of an own key if it is an object. */
export function ownObject(object: JsonObject, key: string): JsonObject | undefined {
  const value = own(object, key);
  return isObject(value) ? value : undefined;
}

/** The items under an own key if it is an array; otherwise none. */
export function ownArray(object: JsonObject, key: string): readonly Json[] {
  const value = own(object, key);
  return isArray(value) ? value : [];
}

export function ownNumber(object: JsonObject, key: string): number | undefined {
  const value = own(object, key);
  return typeof value === 'number' ? value : undefined;
}

/** Text that is equal for equal values, whatever the order of keys. */
export function canonical(draft: Draft): string {
  if (Array.isArray(draft)) return `[${draft.map(canonical).join()}]`;
  if (!(draft instanceof Map)) return JSON.stringify(draft);
  const keys = [...draft.keys()].toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(draft.get(key) ?? null)}`).join()}}`;
}
