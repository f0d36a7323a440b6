import type { Json, JsonObject } from '../../template.ts';
import type { Sampler } from './sampler.ts';
import { isObject, own, ownArray, ownNumber, ownObject } from '../draft.ts';

/** All listed properties, then what is required beyond them, then as many as it takes. */
export function sampleObject(schema: JsonObject, sampler: Sampler): JsonObject {
  const properties = ownObject(schema, 'properties') ?? {};
  const values = new Map<string, Json>();
  for (const [name, property] of Object.entries(properties)) {
    values.set(name, sampler.sample(isObject(property) ? property : {}, sampler.variant));
  }
  for (const name of ownArray(schema, 'required')) {
    if (typeof name === 'string' && !values.has(name)) values.set(name, sampleExtra(schema, sampler));
  }
  const least = ownNumber(schema, 'minProperties') ?? 0;
  if (own(schema, 'additionalProperties') !== false) {
    for (let index = 1; values.size < least && !sampler.isDeep; index += 1) {
      values.set(`extra_${index}`, sampleExtra(schema, sampler));
    }
  }
  return Object.fromEntries(values);
}

function sampleExtra(schema: JsonObject, sampler: Sampler): Json {
  return sampler.sample(ownObject(schema, 'additionalProperties') ?? {}, sampler.variant);
}
