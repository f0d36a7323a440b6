import type { Json, JsonObject } from '../../template.ts';
import type { Sampler } from './sampler.ts';
import { isArray, isObject, own, ownNumber } from '../draft.ts';

const LONGEST = 1_000;

/** One item unless the schema wants more, or none. Items listed by position come all. */
export function sampleArray(schema: JsonObject, sampler: Sampler): readonly Json[] {
  const items = own(schema, 'items');
  const listed = isArray(items) ? items.length : 0;
  const least = ownNumber(schema, 'minItems') ?? 0;
  const wished = sampler.isDeep ? least : Math.max(least, listed, 1);
  const count = Math.min(wished, ownNumber(schema, 'maxItems') ?? wished, LONGEST);
  const isUnique = own(schema, 'uniqueItems') === true;
  return Array.from({ length: count }, (_, index) => {
    const item = (isArray(items) ? items[index] : items) ?? own(schema, 'additionalItems');
    return sampler.sample(isObject(item) ? item : {}, isUnique ? index : sampler.variant);
  });
}
