/** Keywords for objects. Others pass. */
import type { Json, JsonObject } from '../../../template.ts';
import type { DraftObject } from '../../draft.ts';
import type { Check, Keyword } from '../check.ts';
import { draftOf, isArray, isObject, own, ownArray, ownNumber, ownObject } from '../../draft.ts';
import { inspect } from '../../ruby-text.ts';
import { fail } from '../check.ts';
import { toRegExp } from './regular-expression.ts';

export const OBJECT_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['properties', properties],
  ['required', required],
  ['patternProperties', patternProperties],
  ['additionalProperties', additionalProperties],
  ['propertyNames', propertyNames],
  ['minProperties', minProperties],
  ['maxProperties', maxProperties],
  ['dependencies', dependencies],
];

/** Fills in defaults first, so that a default satisfies what is required. */
function properties(check: Check): void {
  const listed = ownObject(check.schema, 'properties');
  if (!(check.data instanceof Map) || listed === undefined) return;
  for (const [name, schema] of Object.entries(listed)) {
    insertDefault(check.data, name, schema);
    const value = check.data.get(name);
    if (value !== undefined) {
      if (isObject(schema)) check.descend(schema, value, [...check.path, name]);
    } else if (isRequired(check, schema)) {
      fail(check, `did not contain a required property of '${name}'`);
    }
  }
  if (check.run.mode === 'strict' && !Object.hasOwn(check.schema, 'additionalProperties')) {
    const undefinedNames = unlisted(check, check.data);
    if (undefinedNames.length > 0)
      fail(check, `contained undefined properties: '${undefinedNames.join(', ')}'`);
  }
}

function insertDefault(data: DraftObject, name: string, schema: Json): void {
  const value = hasDefault(schema) ? own(schema, 'default') : undefined;
  if (value !== undefined && !data.has(name)) data.set(name, draftOf(value));
}

/** A default of null is none; one of a read-only property is not filled in. */
function hasDefault(schema: Json | undefined): schema is JsonObject {
  if (!isObject(schema)) return false;
  return (own(schema, 'default') ?? null) !== null && (own(schema, 'readonly') ?? false) === false;
}

/** In draft 3 a property says so itself. */
function isRequired(check: Check, schema: Json): boolean {
  if (check.run.mode === 'strict') return true;
  return check.run.draft === 3 && isObject(schema) && own(schema, 'required') === true;
}

function required(check: Check): void {
  if (!(check.data instanceof Map)) return;
  const listed = ownObject(check.schema, 'properties') ?? {};
  for (const name of ownArray(check.schema, 'required')) {
    if (typeof name !== 'string' || check.data.has(name) || hasDefault(own(listed, name))) continue;
    fail(check, `did not contain a required property of '${name}'`);
  }
}

/** Names that neither `properties` nor `patternProperties` knows. */
function unlisted(check: Check, data: DraftObject): readonly string[] {
  const listed = ownObject(check.schema, 'properties') ?? {};
  const patterns = Object.keys(ownObject(check.schema, 'patternProperties') ?? {});
  const expressions = patterns.map((pattern) => toRegExp(pattern, check.run.mode));
  return [...data.keys()].filter(
    (name) => !Object.hasOwn(listed, name) && !expressions.some((expression) => expression?.test(name)),
  );
}

function patternProperties(check: Check): void {
  if (!(check.data instanceof Map)) return;
  for (const [pattern, schema] of Object.entries(ownObject(check.schema, 'patternProperties') ?? {})) {
    const expression = toRegExp(pattern, check.run.mode);
    for (const [name, value] of check.data) {
      if (isObject(schema) && expression?.test(name)) check.descend(schema, value, [...check.path, name]);
    }
  }
}

/** Ruby's validator looks at it only where the schema's type is object or not given. */
function additionalProperties(check: Check): void {
  const type = own(check.schema, 'type');
  if (!(check.data instanceof Map)) return;
  if (check.run.mode === 'strict' && type !== undefined && type !== 'object') return;
  const extra = unlisted(check, check.data);
  const allowed = own(check.schema, 'additionalProperties');
  if (allowed === false && extra.length > 0) {
    const names = inspect([...extra]);
    fail(check, `contains additional properties ${names} outside of the schema when none are allowed`);
  }
  for (const name of isObject(allowed) ? extra : []) {
    if (isObject(allowed)) check.descend(allowed, check.data.get(name) ?? null, [...check.path, name]);
  }
}

function propertyNames(check: Check): void {
  const schema = ownObject(check.schema, 'propertyNames');
  if (!(check.data instanceof Map) || schema === undefined) return;
  for (const name of check.data.keys()) check.descend(schema, name, [...check.path, name]);
}

function minProperties(check: Check): void {
  const least = ownNumber(check.schema, 'minProperties');
  if (!(check.data instanceof Map) || least === undefined || check.data.size >= least) return;
  fail(check, `did not contain a minimum number of properties ${least}`);
}

function maxProperties(check: Check): void {
  const most = ownNumber(check.schema, 'maxProperties');
  if (!(check.data instanceof Map) || most === undefined || check.data.size <= most) return;
  fail(check, `had more properties than the allowed ${most}`);
}

function dependencies(check: Check): void {
  if (!(check.data instanceof Map)) return;
  for (const [name, wanted] of Object.entries(ownObject(check.schema, 'dependencies') ?? {})) {
    if (!check.data.has(name)) continue;
    if (isObject(wanted)) check.descend(wanted, check.data, check.path);
    for (const other of isArray(wanted) ? wanted : [wanted]) {
      if (typeof other !== 'string' || check.data.has(other)) continue;
      fail(check, `has a property '${name}' that depends on a missing property '${other}'`);
    }
  }
}
