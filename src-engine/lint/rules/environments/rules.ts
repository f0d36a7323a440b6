/** Overrides of single environments. */
import type { Rule } from '../../rule.ts';
import { environmentMergeFails } from './environment-merge-fails.ts';
import { environmentShape } from './environment-shape.ts';
import { environmentsNotAMap } from './environments-not-a-map.ts';
import { unknownEnvironment } from './unknown-environment.ts';
import { unknownEnvironmentStep } from './unknown-environment-step.ts';

export const ENVIRONMENTS_RULES: readonly Rule[] = [
  environmentMergeFails,
  environmentShape,
  environmentsNotAMap,
  unknownEnvironment,
  unknownEnvironmentStep,
];
