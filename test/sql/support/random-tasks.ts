/**
 * Random tasks, as a generator of fast-check: graphs with shortcuts and duplicate edges, ids in any order, steps in
 * any state with any columns, also combinations no engine would write.
 */
import * as fc from 'fast-check';
import type { StepSpec, TaskSpec } from '../../support/tasker-rows.ts';

export interface Steps {
  /** Smallest and largest number of steps. */
  readonly min: number;
  readonly max: number;
}

const anyStep: fc.Arbitrary<StepSpec> = fc.record(
  {
    state: fc.constantFrom(
      'pending',
      'in_progress',
      'complete',
      'complete',
      'error',
      'error',
      'cancelled',
      'resolved_manually',
    ),
    ago: fc.integer({ min: 0, max: 40 }),
    attempts: fc.constantFrom(null, 0, 1, 2, 3, 6),
    limit: fc.constantFrom(null, 0, 1, 3, 5, 9),
    retryable: fc.boolean(),
    inProcess: fc.constantFrom(false, false, false, true),
    processed: fc.constantFrom(false, false, false, true),
    backoff: fc.integer({ min: 0, max: 40 }),
    attempted: fc.integer({ min: 0, max: 40 }),
  },
  { requiredKeys: [] },
);

/** A step no decision touches: retryable, with a limit, without odd flags, and never cancelled. */
const plainStep: fc.Arbitrary<StepSpec> = fc
  .record({
    state: fc.constantFrom('pending', 'in_progress', 'complete', 'error', 'resolved_manually'),
    ago: fc.integer({ min: 0, max: 40 }),
    attempts: fc.constantFrom(0, 1, 2),
  })
  .map((step) => ({ ...step, limit: 3, attempts: step.state === 'pending' ? 0 : step.attempts }));

/** Tasks whose steps are in any state. */
export function anyTask(steps: Steps): fc.Arbitrary<TaskSpec> {
  return task(steps, anyStep);
}

/** Tasks on which the two profiles must agree. */
export function plainTask(steps: Steps): fc.Arbitrary<TaskSpec> {
  return task(steps, plainStep);
}

function task(steps: Steps, step: fc.Arbitrary<StepSpec>): fc.Arbitrary<TaskSpec> {
  return fc
    .record({
      specs: fc.array(fc.option(step, { nil: {}, freq: 4 }), { minLength: steps.min, maxLength: steps.max }),
      edges: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: steps.max * 2 }),
      isReversed: fc.boolean(),
      state: fc.constantFrom(undefined, 'pending', 'in_progress', 'error', 'cancelled'),
    })
    .map(({ specs, edges, isReversed, state }) => {
      const names = specs.map((_, place) => `s${place}`);
      const parents = new Map(names.map((name): [string, string[]] => [name, []]));
      for (const [a, b] of edges) {
        // From the lower to the higher place, so the graph has no cycle whatever was drawn.
        const [low, high] = [a % names.length, b % names.length].sort((x, y) => x - y);
        if (low !== high) parents.get(`s${high}`)?.push(`s${low}`);
      }
      const entries = [...parents];
      return {
        parents: Object.fromEntries(isReversed ? entries.reverse() : entries),
        steps: Object.fromEntries(specs.map((spec, place): [string, StepSpec] => [`s${place}`, spec])),
        ...(state === undefined ? {} : { state }),
      };
    });
}
