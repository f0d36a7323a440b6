/** The loop asks only about what can have become ready. A loop that always asks about every step must do the same. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../src-engine/simulate/scenario.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database, Queryable, SqlValue } from '../../src-engine/store/database.ts';
import type { ReadyAsk } from '../../src-engine/store/calls/workbench-calls.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { GeneratedRun } from '../support/arbitrary-runs.ts';
import { generatedRun } from '../support/arbitrary-runs.ts';
import { openTestDatabase } from '../support/database.ts';

/** Turns every question about ready steps into one about the whole task. */
function widened(sql: string, params: readonly SqlValue[] = []): readonly SqlValue[] {
  const [first] = params;
  if (!sql.includes('workbench.ready_steps') || typeof first !== 'string') return params;
  const asks: readonly ReadyAsk[] = JSON.parse(first);
  return [JSON.stringify(asks.map((ask) => ({ ...ask, finished: null, retrying: [] })))];
}

function askingAboutEverything(db: Database): Database {
  const wide = (queryable: Queryable): Queryable => ({
    exec: (sql) => queryable.exec(sql),
    query: (sql, params) => queryable.query(sql, widened(sql, params)),
  });
  return {
    kind: db.kind,
    ...wide(db),
    transaction: (work) => db.transaction((tx) => work(wide(tx))),
    close: () => db.close(),
  };
}

describe.each<ProfileName>(['documented', 'rails-1.0'])('narrow questions, %s', (profile) => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });

  async function log(database: Database, { template, scenario }: GeneratedRun): Promise<string> {
    await resetSandbox(db);
    const { events } = await simulate(database, { template, scenario, profile });
    return events.map((event) => JSON.stringify(event)).join('\n');
  }

  it('lead to the same log as questions about every step', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRun(25), async (generated) => {
        const expected = await log(askingAboutEverything(db), generated);
        expect(await log(db, generated)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });
});
