import { describe, expect, test } from 'vitest';
import { NO_COLOURS } from '../../../src-main/cli/io.ts';
import { renderHeader } from '../../../src-main/cli/render/header.ts';
import { renderTable } from '../../../src-main/cli/render/table.ts';
import { renderTimeline } from '../../../src-main/cli/render/timeline.ts';
import { textWidth } from '../../../src-main/cli/render/text.ts';
import { renderVerdict } from '../../../src-main/cli/render/verdict.ts';
import { at, attempt, FAILED_REPORT, report, step, wait } from '../support/fixed-report.ts';

describe('the header', () => {
  test('says what was simulated and where it was found', () => {
    const facts = {
      templateFile: 'order.yaml',
      scenarioFile: 'order.scenario.yaml',
      scenarioFound: true,
      sampleContext: true,
    };
    expect(renderHeader(report({ environment: 'production' }), facts, 100, NO_COLOURS)).toEqual([
      'Template  order 1.0.0 in shop  (order.yaml)',
      'Scenario  The gateway stays down  (order.scenario.yaml, found beside the template)',
      'Engine    profile documented, seed 7, environment production',
      'Context   a sample made from the schema',
    ]);
  });

  test('gives a path that is too long a line of its own', () => {
    const facts = {
      templateFile: `${'deep/'.repeat(20)}order.yaml`,
      scenarioFile: null,
      scenarioFound: false,
      sampleContext: false,
    };
    expect(renderHeader(report(), facts, 100, NO_COLOURS).slice(0, 2)).toEqual([
      'Template  order 1.0.0 in shop',
      `          ${facts.templateFile}`,
    ]);
  });

  test('says that without a scenario every step succeeds', () => {
    const facts = {
      templateFile: 'order.yaml',
      scenarioFile: null,
      scenarioFound: false,
      sampleContext: false,
    };
    expect(renderHeader(report({ scenario: null }), facts, 100, NO_COLOURS)[1]).toBe(
      'Scenario  none: every step succeeds',
    );
  });
});

describe('the table', () => {
  test('has a row for each step with state, attempts and times', () => {
    expect(renderTable(FAILED_REPORT, 100, NO_COLOURS)).toEqual([
      'Step   State       Attempts    Waited  Started      Ended  Duration',
      'cart   ✓ complete       1/3         –     +0 s     +2.0 s     2.0 s',
      'stock  ✓ complete       1/3         –     +0 s     +4.0 s     4.0 s',
      'pay    ✗ error          2/2  1 m 03 s   +4.0 s  +1 m 12 s  1 m 08 s',
      'mail   ○ pending        0/3         –        –          –         –',
    ]);
  });

  test('a step that is still in progress has no end', () => {
    const steps = [step('lost', { state: 'in_progress', startedAt: at(0), endedAt: at(0) })];
    expect(renderTable(report({ steps }), 100, NO_COLOURS)[1]).toMatch(
      /^lost {2}▶ in progress .* \+0 s +– +–$/,
    );
  });

  test('cuts names that would push everything else off the line', () => {
    const steps = [step('a'.repeat(120))];
    const lines = renderTable(report({ steps }), 100, NO_COLOURS);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(100);
    expect(lines[1]).toContain('aaa…');
  });
});

describe('the timeline', () => {
  test('shows attempts, failures and waits, and shortens a long pause', () => {
    expect(renderTimeline(FAILED_REPORT, 60, NO_COLOURS)).toEqual([
      '        0 s                          ╎ 1 m 03 s ╎1 m 10 s',
      'cart    ████████                     ╎          ╎',
      'stock   ████████████████             ╎          ╎',
      'pay                     ×××××××××××××╎··········╎×××××××××××',
      'mail                                 ╎          ╎',
      '        █ completed attempt   × failed attempt',
      '        · retry wait   ╎ shortened pause',
    ]);
  });

  test('an attempt too short for a column is still seen, and so is the one after it', () => {
    const spans = [attempt(1, 0, 1, 'error'), wait(2, 1, 2, 'backoff'), attempt(2, 2, 3, 'complete')];
    const steps = [step('quick', { spans }), step('slow', { spans: [attempt(1, 0, 60_000, 'complete')] })];
    const lines = renderTimeline(report({ durationMs: 60_000, steps }), 80, NO_COLOURS);
    expect(lines[1]).toBe('quick   ×█');
  });

  test('an attempt that never ended runs to the right edge', () => {
    const steps = [step('lost', { state: 'in_progress', spans: [attempt(1, 0, 5_000, 'running')] })];
    const lines = renderTimeline(report({ durationMs: 5_000, steps }), 60, NO_COLOURS);
    expect(lines[1]).toBe(`lost   ${'▒'.repeat(53)}`);
    expect(lines.at(-1)).toContain('▒ unfinished attempt');
  });

  test('is left out where nothing took any time', () => {
    expect(renderTimeline(report({ steps: [step('a')] }), 100, NO_COLOURS)).toEqual([]);
    expect(renderTimeline(report({ durationMs: 5 }), 100, NO_COLOURS)).toEqual([]);
  });

  test.each([60, 73, 100, 200])('is never wider than %i columns, whatever happens', (width) => {
    const spans = Array.from({ length: 40 }, (_, index) =>
      attempt(index + 1, index ** 4, index ** 4 + 7, 'error'),
    );
    const steps = [
      step('retrying_for_ever', { spans }),
      step('pausing', { spans: [attempt(1, 39 ** 4, 39 ** 4 + 9, 'complete')] }),
    ];
    const lines = renderTimeline(report({ durationMs: 39 ** 4 + 100, steps }), width, NO_COLOURS);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
  });
});

describe('the verdict', () => {
  test('says how it ended, why, and which expectations are not met', () => {
    const expected = { total: 9, unmet: ['the outcome is failed, expected was completed.'] };
    expect(renderVerdict(FAILED_REPORT, expected, 100, NO_COLOURS)).toEqual([
      '✗ Failed after 1 m 12 s of virtual time, 42 events',
      '  The task ended in error: no step can run any more, and it is not complete.',
      '  pay: its 2 attempts are used up; the last error was: Payment service temporarily unavailable.',
      '✗ 1 of 9 expectations not met',
      '  the outcome is failed, expected was completed.',
    ]);
  });

  test('is short when all is well', () => {
    const done = report({ durationMs: 4_200, endedAt: at(4_200), events: 1 });
    expect(renderVerdict(done, { total: 3, unmet: [] }, 100, NO_COLOURS)).toEqual([
      '✓ Completed after 4.2 s of virtual time, 1 event',
      '✓ As the scenario expects (3 expectations)',
    ]);
  });

  test('a rejected task has no time', () => {
    const rejected = report({ outcome: 'rejected', taskState: null, reasons: ['context is wrong'] });
    expect(renderVerdict(rejected, null, 100, NO_COLOURS)).toEqual([
      '✗ Rejected: the task was never created',
      '  context is wrong',
    ]);
  });
});
