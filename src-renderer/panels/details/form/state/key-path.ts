/** Ways to a value inside JSON. Pure. */
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../src-engine/template/template.ts';

/** As problems and facts name places, e.g. `/step_templates/0/name`. */
export function pointerOf(path: KeyPath): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What stands at the end of the way; undefined where it ends before. */
export function valueAt(json: Json | undefined, path: KeyPath): Json | undefined {
  let at = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    if (isList(at)) at = typeof key === 'number' ? at[key] : undefined;
    else at = Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own value of a key that may be named like something every object has. */
export function own(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

export function mapAt(json: Json | undefined, path: KeyPath): JsonObject {
  const value = valueAt(json, path);
  return isMap(value) ? value : {};
}

/** The texts of a list; of what is no list, none. */
export function textsAt(json: Json | undefined, path: KeyPath): readonly string[] {
  const value = valueAt(json, path);
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function isSame(one: Json | undefined, two: Json | undefined): boolean {
  return one === two || JSON.stringify(one) === JSON.stringify(two);
}

/** In few characters, for people. */
export function inShort(value: Json | undefined): string {
  if (value === undefined) return 'not given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
