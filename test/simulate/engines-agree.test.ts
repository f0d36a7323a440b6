/** PGlite and a PostgreSQL server are two engines of different versions: the same run must leave the same log on both. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';
import { simulate, simulateMany } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { GeneratedRun } from '../support/arbitrary-runs.ts';
import { generatedRun } from '../support/arbitrary-runs.ts';
import { openPgliteClone } from '../support/pglite-clones.ts';
import { schemaFiles } from '../../src-engine/store/schema-files.ts';
import { openTestDatabase, testDatabaseKind } from '../support/database.ts';
import { DIAMOND, workflow } from '../support/workflows.ts';

const onServer = testDatabaseKind() === 'postgres';

async function logOf(
  db: Database,
  profile: ProfileName,
  { template, scenario }: GeneratedRun,
): Promise<string> {
  await resetSandbox(db);
  const { events } = await simulate(db, { template, scenario, profile });
  return events.map((event) => JSON.stringify(event)).join('\n');
}

// The embedded database has nothing to be compared with when no server runs; the run on a server covers both.
describe.runIf(onServer)('the embedded database and a PostgreSQL server', () => {
  let server: Database;
  let embedded: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    embedded = await openPgliteClone(schemaFiles('slim'));
  });
  afterAll(async () => {
    await server.close();
    await embedded.close();
  });

  it.each<ProfileName>(['documented', 'rails-1.0'])('give the same log for any run, %s', async (profile) => {
    expect([server.kind, embedded.kind]).toEqual(['postgres', 'pglite']);
    await fc.assert(
      fc.asyncProperty(generatedRun(), async (generated) => {
        const expected = await logOf(embedded, profile, generated);
        expect(await logOf(server, profile, generated)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('runs in one database', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });

  it('have the logs they would have alone, apart from the ids of their rows', async () => {
    const template = workflow(DIAMOND);
    const scenario = {
      context: { order: 1 },
      steps: { merge_branches: { probabilities: { retryable_error: 0.5 } } },
      latency: { uniform: ['10ms', '3s'] as [string, string] },
    };
    await resetSandbox(db);
    const together = await simulateMany(db, { template, scenario, seed: 5 }, 20);
    const logs = await Promise.all(together.map(({ events }) => events()));
    for (const [index, events] of logs.entries()) {
      await resetSandbox(db);
      const alone = await simulate(db, { template, scenario, seed: 5 + index });
      expect(events.map(({ seq, at, name, payload }) => [seq, at, name, payload['step_name']])).toEqual(
        alone.events.map(({ seq, at, name, payload }) => [seq, at, name, payload['step_name']]),
      );
    }
  });
});
