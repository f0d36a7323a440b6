/** What the context schema demands because Tasker validates strictly. */
import type { Rule } from '../../rule.ts';
import { optionalPropertyRequired } from './optional-property-required.ts';
import { requiredNotAList } from './required-not-a-list.ts';
import { requiredNotListed } from './required-not-listed.ts';
import { unknownPropertiesRefused } from './unknown-properties-refused.ts';
import { unsatisfiableSchema } from './unsatisfiable-schema.ts';

export const STRICTNESS_RULES: readonly Rule[] = [
  optionalPropertyRequired,
  requiredNotAList,
  requiredNotListed,
  unknownPropertiesRefused,
  unsatisfiableSchema,
];
