/**
 * Tasker validates a context strictly: each listed property must be there, and no other. The successor only documents with
 * its schema; to say the same to other tools, it has to be written out at every level.
 */
import type { Json, JsonObject } from '../../template/template.ts';

/** Keys that hold one schema, a list of them, or a map of them. */
const NESTED = {
  one: ['items', 'additionalItems', 'additionalProperties', 'contains', 'not', 'propertyNames'],
  list: ['items', 'allOf', 'anyOf', 'oneOf'],
  map: ['properties', 'patternProperties', 'definitions', 'dependencies'],
} as const;

export function strictSchema(schema: JsonObject): JsonObject {
  const nested = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, strictPart(key, value)]),
  );
  const properties = schema['properties'];
  if (!isObject(properties)) return nested;
  // A default stands in for what is missing.
  const needed = Object.entries(properties).flatMap(([name, part]) =>
    isObject(part) && 'default' in part ? [] : [name],
  );
  const written = Array.isArray(schema['required']) ? schema['required'] : [];
  const required = [...new Set<Json>([...written, ...needed])];
  return {
    ...nested,
    ...(required.length === 0 ? {} : { required }),
    ...('additionalProperties' in schema ? {} : { additionalProperties: false }),
  };
}

function strictPart(key: string, value: Json): Json {
  if (isObject(value)) {
    if (isIn(NESTED.map, key)) {
      const parts = Object.entries(value).map(([name, part]) => [
        name,
        isObject(part) ? strictSchema(part) : part,
      ]);
      return Object.fromEntries(parts);
    }
    return isIn(NESTED.one, key) ? strictSchema(value) : value;
  }
  if (!Array.isArray(value) || !isIn(NESTED.list, key)) return value;
  return value.map((part: Json) => (isObject(part) ? strictSchema(part) : part));
}

function isIn(keys: readonly string[], key: string): boolean {
  return keys.includes(key);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
