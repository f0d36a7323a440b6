/** What was simulated: template, scenario, profile, seed, environment. */
import { basename } from 'node:path';
import type { SimulationReport } from '../../../src-engine/simulate/report.ts';
import type { Colours } from '../io.ts';
import { printable, textWidth } from './text.ts';

const INDENT = 10;

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
  width: number,
  colours: Colours,
): readonly string[] {
  const { namespace, name, version } = report.template;
  const engine = [
    `profile ${report.profile}`,
    `seed ${report.seed}`,
    ...(report.environment === null ? [] : [`environment ${printable(report.environment)}`]),
  ];
  const template = `${printable(name)} ${printable(version)} in ${printable(namespace)}`;
  return [
    ...entry('Template', template, facts.templateFile, width, colours),
    ...scenarioEntry(report, facts, width, colours),
    ...entry('Engine', engine.join(', '), null, width, colours),
    ...(facts.sampleContext ? entry('Context', 'a sample made from the schema', null, width, colours) : []),
  ];
}

function scenarioEntry(
  { scenario }: SimulationReport,
  { scenarioFile, scenarioFound }: HeaderFacts,
  width: number,
  colours: Colours,
): readonly string[] {
  if (scenarioFile === null) return entry('Scenario', 'none: every step succeeds', null, width, colours);
  const found = scenarioFound ? `${basename(scenarioFile)}, found beside the template` : scenarioFile;
  return entry('Scenario', scenario ?? 'without a name', found, width, colours);
}

/** The file stands behind what it holds, or on a line of its own when there is no room. */
function entry(
  label: string,
  text: string,
  file: string | null,
  width: number,
  colours: Colours,
): readonly string[] {
  const head = `${colours.dim(label.padEnd(INDENT))}${colours.bold(printable(text))}`;
  if (file === null) return [head];
  const path = printable(file);
  const fits = INDENT + textWidth(text) + textWidth(path) + 4 <= width;
  return fits ? [`${head}${colours.dim(`  (${path})`)}`] : [head, ' '.repeat(INDENT) + colours.dim(path)];
}
