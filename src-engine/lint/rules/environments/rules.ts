/** Overrides of single environments. */
import type { Rule } from '../../rule.ts';
import { environmentChangesIdentity } from './environment-changes-identity.ts';
import { environmentMergeFails } from './environment-merge-fails.ts';
import { environmentName } from './environment-name.ts';
import { environmentShape } from './environment-shape.ts';
import { environmentWithoutEffect } from './environment-without-effect.ts';
import { environmentsNotAMap } from './environments-not-a-map.ts';
import { repeatedEnvironmentStep } from './repeated-environment-step.ts';
import { unknownEnvironment } from './unknown-environment.ts';
import { unknownEnvironmentStep } from './unknown-environment-step.ts';

export const ENVIRONMENTS_RULES: readonly Rule[] = [
  environmentChangesIdentity,
  environmentMergeFails,
  environmentName,
  environmentShape,
  environmentWithoutEffect,
  environmentsNotAMap,
  repeatedEnvironmentStep,
  unknownEnvironment,
  unknownEnvironmentStep,
];
