/** The examples of all rules. */
import { IDENTITY_CASES } from './identity-cases.ts';
import type { RuleCase } from './rule-case.ts';
import { SCHEMA_CASES } from './schema-cases.ts';
import { SHAPE_CASES } from './shape-cases.ts';
import { STEPS_CASES } from './steps-cases.ts';
import { YAML_CASES } from './yaml-cases.ts';

export const ALL_CASES: readonly RuleCase[] = [
  ...YAML_CASES,
  ...SHAPE_CASES,
  ...STEPS_CASES,
  ...IDENTITY_CASES,
  ...SCHEMA_CASES,
];
