import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';
import type { SimulationResult } from '../../src-engine/simulate/simulate.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { GeneratedRun } from '../support/arbitrary-runs.ts';
import { generatedRun } from '../support/arbitrary-runs.ts';
import { openTestDatabase } from '../support/database.ts';

const RUNS = { numRuns: 40 };

/** The log as it is stored: payloads as text. */
const LOG = 'select run_id, seq, at, name, payload::text from workbench.events order by run_id, seq';

describe.each<ProfileName>(['documented', 'rails-1.0'])('any workflow with any scenario, %s', (profile) => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });

  async function run({ template, scenario }: GeneratedRun): Promise<SimulationResult> {
    await resetSandbox(db);
    return simulate(db, { template, scenario, profile });
  }

  it('ends after a finite number of events, each numbered without a gap and never back in time', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRun(), async (generated) => {
        const { report, events } = await run(generated);
        expect(report.outcome).not.toBe('limit_reached');
        expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
        const times = events.map((event) => event.at);
        expect(times).toEqual([...times].sort());
      }),
      RUNS,
    );
  });

  it('starts no step before its parents are complete or resolved', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRun(), async (generated) => {
        const { events } = await run(generated);
        const done = new Set<unknown>();
        const parents = new Map(
          generated.template.steps.map((step) => [
            JSON.stringify(step.name),
            step.dependsOn.map((name) => JSON.stringify(name)),
          ]),
        );
        for (const { name, payload } of events) {
          const step = JSON.stringify(payload['step_name'] ?? null);
          if (name === 'step.completed' || name === 'step.resolved_manually') done.add(step);
          if (name !== 'step.execution_requested') continue;
          expect((parents.get(step) ?? []).filter((parent) => !done.has(parent))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('never makes more attempts than the retry limit allows', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRun(), async (generated) => {
        fc.pre((generated.scenario.actions ?? []).every((action) => action.do !== 'reset_step'));
        const { report } = await run(generated);
        for (const step of report.steps) expect(step.attempts).toBeLessThanOrEqual(step.retryLimit);
      }),
      RUNS,
    );
  });

  it('gives the same log, byte for byte, when it is run again', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRun(), async (generated) => {
        const first = await run(generated);
        const written = await db.query(LOG);
        const second = await run(generated);
        expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
        expect(await db.query(LOG)).toEqual(written);
        expect(written).toHaveLength(first.events.length);
      }),
      RUNS,
    );
  });
});
