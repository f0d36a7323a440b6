/** A report as the engine would make it: pay fails twice and waits, mail never gets its turn. */
import type { SimulationReport, StepReport, StepSpan } from '../../../src-engine/simulate/report.ts';

const START = Date.parse('2030-01-01T00:00:00.000Z');

export function at(ms: number): string {
  return new Date(START + ms).toISOString();
}

export function attempt(
  attemptNumber: number,
  fromMs: number,
  toMs: number,
  detail: StepSpan['detail'],
): StepSpan {
  return { kind: 'attempt', attempt: attemptNumber, fromMs, toMs, detail };
}

export function wait(
  attemptNumber: number,
  fromMs: number,
  toMs: number,
  detail: StepSpan['detail'],
): StepSpan {
  return { kind: 'wait', attempt: attemptNumber, fromMs, toMs, detail };
}

export function step(name: string, about: Partial<StepReport> = {}): StepReport {
  return {
    name,
    dependsOn: [],
    state: 'pending',
    attempts: 0,
    retryLimit: 3,
    startedAt: null,
    endedAt: null,
    spans: [],
    results: {},
    error: null,
    reason: null,
    ...about,
  };
}

export function report(about: Partial<SimulationReport> = {}): SimulationReport {
  const durationMs = about.durationMs ?? 0;
  return {
    template: { namespace: 'shop', name: 'order', version: '1.0.0' },
    scenario: 'The gateway stays down',
    profile: 'documented',
    seed: 7,
    environment: null,
    outcome: 'completed',
    taskState: 'complete',
    reasons: [],
    startedAt: at(0),
    endedAt: at(durationMs),
    durationMs,
    events: 42,
    steps: [],
    ...about,
  };
}

export const FAILED_REPORT: SimulationReport = report({
  outcome: 'failed',
  taskState: 'error',
  durationMs: 72_000,
  reasons: [
    'The task ended in error: no step can run any more, and it is not complete.',
    'pay: its 2 attempts are used up; the last error was: Payment service temporarily unavailable.',
  ],
  steps: [
    step('cart', {
      state: 'complete',
      attempts: 1,
      startedAt: at(0),
      endedAt: at(2_000),
      spans: [attempt(1, 0, 2_000, 'complete')],
    }),
    step('stock', {
      state: 'complete',
      attempts: 1,
      startedAt: at(0),
      endedAt: at(4_000),
      spans: [attempt(1, 0, 4_000, 'complete')],
    }),
    step('pay', {
      dependsOn: ['cart', 'stock'],
      state: 'error',
      attempts: 2,
      retryLimit: 2,
      startedAt: at(4_000),
      endedAt: at(72_000),
      error: 'Payment service temporarily unavailable',
      spans: [
        wait(1, 0, 4_000, 'dependencies'),
        attempt(1, 4_000, 7_000, 'error'),
        wait(2, 7_000, 67_000, 'backoff'),
        wait(2, 67_000, 70_000, 'queue'),
        attempt(2, 70_000, 72_000, 'error'),
      ],
    }),
    step('mail', { dependsOn: ['pay'], spans: [] }),
  ],
});
