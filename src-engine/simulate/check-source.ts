/** From the texts of a request to a checked template and scenario, or to the problems that keep it from running. */
import type { Scenario } from './scenario.ts';
import type { SessionSource } from './session/run-session.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Problem } from '../template/problem.ts';
import type { Template } from '../template/template.ts';
import { parseOptions } from '../template/parse-options.ts';

export interface SourceTexts {
  readonly text: string;
  readonly environment?: string | undefined;
  readonly scenario?: { readonly text: string; readonly name: string } | undefined;
}

export type CheckedSource =
  | { readonly kind: 'ready'; readonly source: SessionSource }
  | { readonly kind: 'bad_template' | 'bad_scenario'; readonly problems: readonly Problem[] };

/** The scenario's environment counts where the request names none, as on the command line. */
export async function checkSource({ text, environment, scenario }: SourceTexts): Promise<CheckedSource> {
  if (scenario === undefined) return withTemplate(text, environment, {}, null);
  // The schema of scenarios is large, and much is asked of an engine before a scenario is.
  const { checkScenario, parseScenario } = await import('./parse-scenario.ts');
  const parsed = parseScenario(scenario.text);
  if (parsed.kind === 'rejected') {
    const template = parseTemplate(text, parseOptions(environment));
    // Of two bad texts the template's problems come first: the scenario may only follow from it.
    if (template.kind === 'rejected') return { kind: 'bad_template', problems: template.problems };
    return { kind: 'bad_scenario', problems: parsed.problems };
  }
  const { scenario: value, source } = parsed;
  const name = value.name ?? scenario.name;
  return withTemplate(text, environment ?? value.environment, value, name, (template) =>
    checkScenario(value, template, source),
  );
}

function withTemplate(
  text: string,
  environment: string | undefined,
  scenario: Scenario,
  scenarioName: string | null,
  check: (template: Template) => readonly Problem[] = () => [],
): CheckedSource {
  const parsed = parseTemplate(text, parseOptions(environment));
  if (parsed.kind === 'rejected') return { kind: 'bad_template', problems: parsed.problems };
  const problems = check(parsed.template);
  if (problems.some(({ severity }) => severity === 'error')) return { kind: 'bad_scenario', problems };
  const { template } = parsed;
  return { kind: 'ready', source: { template, scenario, scenarioName, text, environment } };
}
