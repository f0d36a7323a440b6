/** Folds references, all branches of `allOf` and the first of `anyOf` and `oneOf` into one plain schema. */
import type { Json, JsonObject } from '../../template.ts';
import { isObject, own, ownArray, ownObject } from '../draft.ts';
import { resolveReference } from '../validate/keywords/reference.ts';

const MOST_FOLDS = 50;

export function effectiveSchema(schema: JsonObject, root: JsonObject): JsonObject {
  let plain = schema;
  for (let folds = 0; folds < MOST_FOLDS; folds += 1) {
    const parts = combined(plain, root);
    if (parts.length === 0) return plain;
    const { $ref: _ref, allOf: _all, anyOf: _any, oneOf: _one, ...rest } = plain;
    plain = [rest, ...parts].reduce(merge);
  }
  return plain;
}

function combined(schema: JsonObject, root: JsonObject): readonly JsonObject[] {
  const reference = own(schema, '$ref');
  const target = typeof reference === 'string' ? resolveReference(root, reference) : undefined;
  const branches: readonly (Json | undefined)[] = [
    target,
    ...ownArray(schema, 'allOf'),
    ownArray(schema, 'anyOf')[0],
    ownArray(schema, 'oneOf')[0],
  ];
  return branches.filter((branch) => isObject(branch));
}

/** Properties and required names are added up; of anything else the later wins, but a bound keeps its tighter value. */
function merge(one: JsonObject, two: JsonObject): JsonObject {
  const properties = { ...ownObject(one, 'properties'), ...ownObject(two, 'properties') };
  const required = [...ownArray(one, 'required'), ...ownArray(two, 'required')];
  return {
    ...one,
    ...two,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    ...bounds(one, two, ['minimum', 'minLength', 'minItems', 'minProperties'], Math.max),
    ...bounds(one, two, ['maximum', 'maxLength', 'maxItems', 'maxProperties'], Math.min),
  };
}

function bounds(
  one: JsonObject,
  two: JsonObject,
  keys: readonly string[],
  tighter: (a: number, b: number) => number,
): JsonObject {
  const both = keys.flatMap((key): readonly (readonly [string, number])[] => {
    const [a, b] = [own(one, key), own(two, key)];
    return typeof a === 'number' && typeof b === 'number' ? [[key, tighter(a, b)]] : [];
  });
  return Object.fromEntries(both);
}
