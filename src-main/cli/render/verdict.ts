/** The last lines: how it ended, why, and whether that is what the scenario expects. */
import type { SimulationReport } from '../../../src-engine/simulate/report.ts';
import type { ExpectationResult } from '../../../src-engine/simulate/check-expectation.ts';
import type { Colours } from '../io.ts';
import { formatDuration } from './duration.ts';
import { OUTCOME_STYLES } from './state-style.ts';
import { counted, printable, wrap } from './text.ts';

export function renderVerdict(
  report: SimulationReport,
  expected: ExpectationResult | null,
  width: number,
  colours: Colours,
): readonly string[] {
  const { sign, word, paint } = OUTCOME_STYLES[report.outcome];
  const after =
    report.outcome === 'rejected'
      ? ': the task was never created'
      : ` after ${formatDuration(report.durationMs)} of virtual time, ${counted(report.events, 'event')}`;
  const reasons = report.reasons.flatMap((reason) => wrap(printable(reason), width - 2, '  '));
  return [
    `${paint(colours)(colours.bold(`${sign} ${word}`))}${after}`,
    ...reasons.map((line) => `  ${line}`),
    ...(expected === null ? [] : expectation(expected, width, colours)),
  ];
}

function expectation(
  { total, unmet }: ExpectationResult,
  width: number,
  colours: Colours,
): readonly string[] {
  if (total === 0) return [];
  if (unmet.length === 0)
    return [colours.green(`✓ As the scenario expects (${counted(total, 'expectation')})`)];
  return [
    colours.red(`✗ ${unmet.length} of ${counted(total, 'expectation')} not met`),
    ...unmet.flatMap((sentence) => wrap(printable(sentence), width - 2, '  ').map((line) => `  ${line}`)),
  ];
}
