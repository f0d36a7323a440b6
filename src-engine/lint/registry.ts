/** Every rule there is, by group. To add one, write its file and list it in the `rules.ts` beside it. */
import type { Rule } from './rule.ts';
import { FILE_RULES } from './rules/file/rules.ts';
import { CHARACTERS_RULES } from './rules/characters/rules.ts';
import { YAML_RULES } from './rules/yaml/rules.ts';
import { SCALARS_RULES } from './rules/scalars/rules.ts';
import { SHAPE_RULES } from './rules/shape/rules.ts';
import { ENVIRONMENTS_RULES } from './rules/environments/rules.ts';
import { DEPENDENCIES_RULES } from './rules/dependencies/rules.ts';
import { GRAPH_RULES } from './rules/graph/rules.ts';
import { STEPS_RULES } from './rules/steps/rules.ts';
import { ATTEMPTS_RULES } from './rules/attempts/rules.ts';
import { IDENTITY_RULES } from './rules/identity/rules.ts';
import { API_RULES } from './rules/api/rules.ts';
import { SCHEMA_RULES } from './rules/schema/rules.ts';
import { STRICTNESS_RULES } from './rules/strictness/rules.ts';
import { SUPPRESSIONS_RULES } from './rules/suppressions/rules.ts';

/** In the order of the documentation. */
export const RULE_GROUPS: readonly { readonly name: string; readonly rules: readonly Rule[] }[] = [
  { name: 'file', rules: FILE_RULES },
  { name: 'characters', rules: CHARACTERS_RULES },
  { name: 'yaml', rules: YAML_RULES },
  { name: 'scalars', rules: SCALARS_RULES },
  { name: 'shape', rules: SHAPE_RULES },
  { name: 'environments', rules: ENVIRONMENTS_RULES },
  { name: 'dependencies', rules: DEPENDENCIES_RULES },
  { name: 'graph', rules: GRAPH_RULES },
  { name: 'steps', rules: STEPS_RULES },
  { name: 'attempts', rules: ATTEMPTS_RULES },
  { name: 'identity', rules: IDENTITY_RULES },
  { name: 'api', rules: API_RULES },
  { name: 'schema', rules: SCHEMA_RULES },
  { name: 'strictness', rules: STRICTNESS_RULES },
  { name: 'suppressions', rules: SUPPRESSIONS_RULES },
];

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules);

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

export const RULE_CODES: ReadonlySet<string> = new Set(BY_CODE.keys());

export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
