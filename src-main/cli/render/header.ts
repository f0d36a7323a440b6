/** What was simulated: template, scenario, profile, seed, environment. */
import type { SimulationReport } from '../../../src-engine/simulate/report.ts';
import type { Colours } from '../io.ts';
import { printable } from './text.ts';

export interface HeaderFacts {
  readonly templateFile: string;
  readonly scenarioFile: string | null;
  /** Whether the scenario was named, or found beside the template. */
  readonly scenarioFound: boolean;
  /** Whether the context is a sample made from the schema. */
  readonly sampleContext: boolean;
}

export function renderHeader(
  report: SimulationReport,
  facts: HeaderFacts,
  colours: Colours,
): readonly string[] {
  const { namespace, name, version } = report.template;
  const engine = [
    `profile ${report.profile}`,
    `seed ${report.seed}`,
    ...(report.environment === null ? [] : [`environment ${printable(report.environment)}`]),
  ];
  return [
    line(
      'Template',
      `${colours.bold(printable(name))} ${printable(version)} in ${printable(namespace)}`,
      colours,
      facts.templateFile,
    ),
    scenarioLine(report, facts, colours),
    line('Engine', engine.join(', '), colours),
    ...(facts.sampleContext ? [line('Context', 'a sample made from the schema', colours)] : []),
  ];
}

function scenarioLine(report: SimulationReport, facts: HeaderFacts, colours: Colours): string {
  if (facts.scenarioFile === null) return line('Scenario', 'none: every step succeeds', colours);
  const found = facts.scenarioFound ? `${facts.scenarioFile}, found beside the template` : facts.scenarioFile;
  return line('Scenario', printable(report.scenario ?? 'without a name'), colours, found);
}

function line(label: string, text: string, colours: Colours, file?: string): string {
  return `${colours.dim(label.padEnd(10))}${text}${file === undefined ? '' : colours.dim(`  (${printable(file)})`)}`;
}
