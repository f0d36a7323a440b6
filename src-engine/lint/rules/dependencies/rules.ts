/** What steps wait for, by name. */
import type { Rule } from '../../rule.ts';
import { bothDependencyKeys } from './both-dependency-keys.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { dependencyNotInNamedSteps } from './dependency-not-in-named-steps.ts';
import { duplicateStepName } from './duplicate-step-name.ts';
import { noSteps } from './no-steps.ts';
import { redundantDependency } from './redundant-dependency.ts';
import { repeatedDependency } from './repeated-dependency.ts';
import { selfDependency } from './self-dependency.ts';
import { stepNotInNamedSteps } from './step-not-in-named-steps.ts';
import { unknownDependency } from './unknown-dependency.ts';
import { unusedNamedStep } from './unused-named-step.ts';

export const DEPENDENCIES_RULES: readonly Rule[] = [
  bothDependencyKeys,
  dependencyCycle,
  dependencyNotInNamedSteps,
  duplicateStepName,
  noSteps,
  redundantDependency,
  repeatedDependency,
  selfDependency,
  stepNotInNamedSteps,
  unknownDependency,
  unusedNamedStep,
];
