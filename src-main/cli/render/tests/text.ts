/** The results of tests for people: by template, a line each, and what is not as expected below it. */
import type { Tested } from '../../testing/tested.ts';
import { reasonsOf, verdictOf } from '../../testing/tested.ts';
import type { Colours } from '../../io.ts';
import { formatDuration } from '../duration.ts';

export function renderTemplate(template: string | undefined, colours: Colours): string {
  return colours.bold(template ?? 'without a template');
}

export function renderTest(tested: Tested, colours: Colours): readonly string[] {
  return [
    `  ${signOf(tested, colours)} ${tested.title}${detailOf(tested, colours)}`,
    ...reasonsOf(tested).map((reason) => `      ${reason}`),
  ];
}

function signOf(tested: Tested, colours: Colours): string {
  const verdict = verdictOf(tested);
  if (verdict === 'met') return colours.green('✓');
  return verdict === 'no expectation' ? colours.yellow('–') : colours.red('✗');
}

function detailOf(tested: Tested, colours: Colours): string {
  if (tested.kind !== 'run') return colours.red(' cannot be run');
  const { report, expectation } = tested.answer;
  const ended = `${report.outcome.replaceAll('_', ' ')} after ${formatDuration(report.durationMs)}, ${report.events} events`;
  const counted =
    expectation === null || expectation.total === 0
      ? 'expects nothing: it only ran'
      : `${expectation.total - expectation.unmet.length} of ${expectation.total} met`;
  return colours.dim(` (${counted}; ${ended})`);
}

export function renderTestSummary(all: readonly Tested[], seconds: number, colours: Colours): string {
  const count = (verdict: string): number => all.filter((tested) => verdictOf(tested) === verdict).length;
  const [met, unmet, bad, none] = [count('met'), count('unmet'), count('bad'), count('no expectation')];
  const parts = [
    `${met} ${met === 1 ? 'scenario is' : 'scenarios are'} as expected`,
    ...(unmet > 0 ? [colours.red(`${unmet} ${unmet === 1 ? 'is' : 'are'} not`)] : []),
    ...(bad > 0 ? [colours.red(`${bad} cannot be run`)] : []),
    ...(none > 0 ? [colours.yellow(`${none} ${none === 1 ? 'expects' : 'expect'} nothing`)] : []),
  ];
  return `${parts.join(', ')} (${seconds.toFixed(1)} s)`;
}
