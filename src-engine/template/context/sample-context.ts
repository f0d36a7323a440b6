/** Makes a context for a template: one that passes strict validation, with every listed property filled in. */
import type { JsonObject } from '../template.ts';
import { isObject } from './draft.ts';
import { sampleObject } from './sample/sample-object.ts';
import { Sampler } from './sample/sampler.ts';

/** Without a schema any context will do that is not empty. Schemas that allow nothing get a best effort. */
export function sampleContext(schema: JsonObject | undefined): JsonObject {
  if (schema === undefined) return { sample: true };
  const sampler = new Sampler(schema);
  const sample = sampler.sample(schema);
  const context = isObject(sample) ? sample : sampleObject(schema, sampler);
  if (Object.keys(context).length > 0) return context;
  // A task must have some context; where the schema lists nothing, nothing forbids an extra property.
  return { sample: true };
}
