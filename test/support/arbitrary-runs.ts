/** Generated workflows (acyclic, at most 40 steps) and scenarios for them, for property tests. */
import fc from 'fast-check';
import type { Action, Attempt, Scenario, StepFaults } from '../../src-engine/simulate/scenario.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { workflow } from './workflows.ts';

export interface GeneratedRun {
  readonly template: Template;
  readonly scenario: Scenario;
}

const latency = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }).map((ms) => `${ms}ms`),
  fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 90 })).map((uniform) => ({ uniform })),
  fc.constant({ log_normal: { median: '1s', sigma: 1 } }),
);

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Attempt>({ outcome: 'success', results: { ok: true } }) },
  fc.constant<Attempt>({ outcome: 'nothing' }),
  fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }).map((seconds): Attempt => ({
    outcome: 'retryable_error',
    ...(seconds === undefined ? {} : { retry_after: seconds }),
  })),
  fc.constant<Attempt>({ outcome: 'permanent_error', error_code: 'NO' }),
  fc.constant<Attempt>({ outcome: 'unexpected_error', error_class: 'KeyError' }),
  fc.constantFrom(200, 404, 429, 500, 503).map((status): Attempt => ({ outcome: 'http', status })),
  fc.constant<Attempt>({ outcome: 'timeout', after: '40s' }),
  fc.constant<Attempt>({ outcome: 'crash' }),
);

const faults: fc.Arbitrary<StepFaults> = fc.record(
  {
    latency,
    attempts: fc.array(attempt, { maxLength: 4 }),
    probabilities: fc.record({ retryable_error: fc.double({ min: 0, max: 0.5, noNaN: true }) }),
  },
  { requiredKeys: [] },
);

function parentsOf(count: number): fc.Arbitrary<Record<string, string[]>> {
  const parentsOfStep = (index: number): fc.Arbitrary<string[]> =>
    index === 0
      ? fc.constant([])
      : fc
          .uniqueArray(fc.integer({ min: 0, max: index - 1 }), { maxLength: 4 })
          .map((parents) => parents.map(stepName));
  return fc
    .tuple(...Array.from({ length: count }, (_, index) => parentsOfStep(index)))
    .map((lists) => Object.fromEntries(lists.map((parents, index) => [stepName(index), parents])));
}

function actionsFor(count: number): fc.Arbitrary<Action[]> {
  const at = fc.integer({ min: 0, max: 60 });
  const step = fc.integer({ min: 0, max: count - 1 }).map(stepName);
  return fc.array(
    fc.oneof<fc.Arbitrary<Action>[]>(
      fc.record({ at, do: fc.constantFrom('cancel_task', 'resolve_task', 'retry_task', 'worker_restart') }),
      fc.record({ at, do: fc.constantFrom('cancel_step', 'resolve_step', 'reset_step'), step }),
      fc.record({ at, do: fc.constant('pause_database'), for: fc.integer({ min: 1, max: 30 }) }),
    ),
    { maxLength: 3 },
  );
}

export function generatedRun(maxSteps = 40): fc.Arbitrary<GeneratedRun> {
  return fc.integer({ min: 1, max: maxSteps }).chain((count) =>
    fc
      .record({
        parents: parentsOf(count),
        limits: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
        retryable: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        api: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        steps: fc.array(fc.option(faults, { nil: undefined }), { minLength: count, maxLength: count }),
        actions: actionsFor(count),
        seed: fc.integer({ min: 0, max: 4_294_967_295 }),
        concurrency: fc.integer({ min: 1, max: 12 }),
      })
      .map((parts) => ({
        template: workflow(
          parts.parents,
          Object.fromEntries(
            parts.limits.map((limit, index) => [
              stepName(index),
              {
                // A limit of 0 is rare in real templates: keep most steps runnable.
                defaultRetryLimit: limit === 0 && index % 5 !== 0 ? 1 : limit,
                defaultRetryable: parts.retryable[index] === true || index % 3 !== 0,
                ...(parts.api[index] === true
                  ? { handlerConfig: { type: 'api', url: 'https://api.test' } }
                  : {}),
              },
            ]),
          ),
        ),
        scenario: {
          seed: parts.seed,
          concurrency: parts.concurrency,
          context: { order: 1 },
          steps: Object.fromEntries(
            parts.steps.flatMap((step, index) => (step === undefined ? [] : [[stepName(index), step]])),
          ),
          actions: parts.actions,
        },
      })),
  );
}

function stepName(index: number): string {
  return `s${String(index).padStart(2, '0')}`;
}
