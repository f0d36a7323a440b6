import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { axisOf, ticks } from '../../src-engine/timeline/axis.ts';
import { criticalWay } from '../../src-engine/timeline/critical-way.ts';
import type { Bar, RetryTimes, TimelineInput } from '../../src-engine/timeline/timeline.ts';
import { timelineOf } from '../../src-engine/timeline/timeline.ts';
import { exampleScenarios } from '../examples/example-files.ts';
import { openTestDatabase } from '../support/database.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function simulated(templateText: string, scenarioText: string, profile: 'documented' | 'rails-1.0') {
  const scenario = parseScenario(scenarioText);
  const template = parseTemplate(templateText);
  if (scenario.kind !== 'parsed' || template.kind !== 'parsed') throw new Error('bad example');
  await resetSandbox(db);
  const options = { template: template.template, scenario: scenario.scenario, profile };
  return { ...(await simulate(db, options)), template: template.template };
}

type Simulated = Awaited<ReturnType<typeof simulated>>;

function inputOf({ events, report, template }: Simulated, count = events.length): TimelineInput {
  return {
    events,
    count,
    startedAt: report.startedAt,
    now: events[count - 1]?.at ?? report.startedAt,
    steps: template.steps.map(({ name, dependsOn }) => ({ name, parents: dependsOn })),
    retryTimes: reported(report),
  };
}

/** Of the report, whose waits end where SQL said they do. */
function reported(report: Simulated['report']): RetryTimes {
  return new Map(
    report.steps.map(({ name, spans }) => [
      name,
      new Map(spans.filter(({ detail }) => detail === 'backoff').map(({ attempt, toMs }) => [attempt, toMs])),
    ]),
  );
}

const sum = (bars: readonly { readonly fromMs: number; readonly toMs: number }[]): number =>
  bars.reduce((total, { fromMs, toMs }) => total + toMs - fromMs, 0);

const CASES = exampleScenarios().flatMap(({ path, text, template }) =>
  (['documented', 'rails-1.0'] as const).map((profile) => ({ path, text, template, profile })),
);

describe('the timeline of an example', () => {
  test.each(CASES)('$path under $profile says what the report says', async ({ text, template, profile }) => {
    const run = await simulated(template.text, text, profile);
    const { rows } = timelineOf(inputOf(run));
    for (const step of run.report.steps) {
      const bars = rows.find((row) => row.step === step.name)?.bars ?? [];
      const attempts = bars.filter(({ kind }) => kind === 'attempt');
      // A crashed attempt is one of the report until it was recovered; here the wait for that is a bar of its own.
      const recovery = bars.filter((bar) => bar.kind === 'wait' && bar.wait === 'recovery');
      const spans = step.spans.filter(({ kind }) => kind === 'attempt');
      expect(attempts.map(({ attempt, fromMs }) => [attempt, fromMs])).toEqual(
        spans.map(({ attempt, fromMs }) => [attempt, fromMs]),
      );
      expect(sum(attempts) + sum(recovery)).toBe(sum(spans));
      const waits = step.spans.filter(({ kind }) => kind === 'wait');
      const before = (detail: string) => waits.filter((span) => span.detail === detail);
      const ended = bars.filter((bar) => bar.kind === 'wait' && bar.attempt <= attempts.length);
      const of = (...kinds: readonly string[]) =>
        ended.filter((bar) => bar.kind === 'wait' && kinds.includes(bar.wait));
      expect(sum(of('dependency'))).toBe(sum(before('dependencies')));
      expect(sum(of('backoff'))).toBe(sum(before('backoff')));
      expect(sum(of('batch', 'concurrency', 'reenqueue'))).toBe(sum(before('queue')));
    }
  });

  test('has no gap and no overlap while a step is open, at any event', async () => {
    const [example] = exampleScenarios().filter(({ path }) => path.includes('worker-dies-while-charging'));
    if (example === undefined) throw new Error('the example is gone');
    const run = await simulated(example.template.text, example.text, 'documented');
    for (let count = 1; count <= run.events.length; count += 3) {
      for (const { bars } of timelineOf(inputOf(run, count)).rows) {
        let at = 0;
        for (const bar of bars) {
          expect(bar.fromMs).toBe(at);
          at = bar.toMs;
        }
      }
    }
  });
});

describe('the axis', () => {
  test('cuts an idle stretch short, keeps the order of times, and leads back to them', async () => {
    const [example] = exampleScenarios().filter(({ path }) =>
      path.endsWith('process_order.payment-gateway-recovers.scenario.yaml'),
    );
    if (example === undefined) throw new Error('the example is gone');
    const { rows, endMs } = timelineOf(
      inputOf(await simulated(example.template.text, example.text, 'documented')),
    );
    const axis = axisOf(rows, endMs, true);
    expect(axis.breaks.length).toBeGreaterThan(0);
    expect(axis.length).toBeLessThan(endMs / 2);
    let last = -1;
    for (let ms = 0; ms <= endMs; ms += endMs / 200) {
      const place = axis.place(ms);
      expect(place).toBeGreaterThanOrEqual(last);
      last = place;
      expect(axis.time(place)).toBeCloseTo(ms, 3);
    }
    const whole = axisOf(rows, endMs, false);
    expect([whole.breaks, whole.place(123), whole.time(123)]).toEqual([[], 123, 123]);
  });

  test('has round marks, not more than there is room for', () => {
    expect(ticks(0, 10_000, 5)).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
    expect(ticks(0, 90, 5)).toEqual([0, 20, 40, 60, 80]);
    expect(ticks(3_600_000, 7_200_000, 4)).toEqual([3_600_000, 5_400_000, 7_200_000]);
  });
});

test('the critical way leads from the start to the end without a gap, and says what it was made of', async () => {
  const [example] = exampleScenarios().filter(({ path }) =>
    path.endsWith('process_order.payment-gateway-recovers.scenario.yaml'),
  );
  if (example === undefined) throw new Error('the example is gone');
  const run = await simulated(example.template.text, example.text, 'documented');
  const timeline = timelineOf(inputOf(run));
  const parents = new Map(run.template.steps.map(({ name, dependsOn }) => [name, dependsOn]));
  const { bars, totals } = criticalWay(timeline, (step) => parents.get(step) ?? []);
  expect(bars[0]?.fromMs).toBe(0);
  expect(bars.at(-1)?.toMs).toBe(timeline.endMs);
  expect(sum(bars)).toBe(timeline.endMs);
  expect(bars.map((bar: Bar) => bar.step).filter((step, index, all) => step !== all[index - 1])).toEqual([
    'validate_cart',
    'process_payment',
    'update_inventory',
    'create_order',
    'send_confirmation',
  ]);
  expect(totals.get('backoff')).toBeGreaterThan(30_000);
});
