/**
 * Turns scenario text into a checked Scenario, or into every problem found in one pass.
 * Pure: no database, no clock, no files.
 */
import type { Problem } from '../template/problem.ts';
import type { Template } from '../template/template.ts';
import type { Scenario } from './scenario.ts';
import { scenarioSchema } from './scenario.ts';
import { namedThings } from './scenario-file/named-things.ts';
import { issueProblems } from './scenario-file/issue-problems.ts';
import { ScenarioSource } from './scenario-file/scenario-source.ts';

/** Only errors reject. A parsed scenario carries its source, so that later checks can point into the text. */
export type ScenarioParseResult =
  | {
      readonly kind: 'parsed';
      readonly scenario: Scenario;
      readonly source: ScenarioSource;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] };

export function parseScenario(text: string): ScenarioParseResult {
  const source = new ScenarioSource(text);
  const { value, problems } = source.read();
  if (problems.length > 0) return { kind: 'rejected', problems };
  const checked = scenarioSchema.safeParse(value);
  if (checked.success) return { kind: 'parsed', scenario: checked.data, source, problems: [] };
  return { kind: 'rejected', problems: inOrder(issueProblems(checked.error.issues, value, source)) };
}

/**
 * What a scenario names that its template has not: steps, results of steps, the environment.
 * Without a source every problem points at the beginning.
 */
export function checkScenario(
  scenario: Scenario,
  template: Template,
  source: ScenarioSource = new ScenarioSource(''),
): readonly Problem[] {
  return inOrder(namedThings(scenario, template, source));
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.offset - b.offset);
}
