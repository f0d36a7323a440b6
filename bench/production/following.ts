/** What following costs while tasks change all the time: what the server is asked, and what the engine keeps in memory. */
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../src-engine/store/database.ts';
import type { Workbench } from '../../test/production/support/client.ts';
import { report } from '../support/measure.ts';
import type { FilledServer } from './filled-server.ts';

/** Until memory is what it will be: code is compiled, statements are prepared. */
const WARM_UP_S = 20;
const MEASURED_S = 60;
const CHANGE_EVERY_MS = 250;
const CHANGED_AT_ONCE = 25;
const CHANGED_IN_TURN = 1_000;
/** How long somebody leaves it open. */
const EXTRAPOLATED_S = 600;
const APPLICATION = /^tasker-workbench \(read only\): /;

export async function measureFollowing(
  { client: { production } }: Workbench,
  connection: string,
  { database: { db }, takeLog }: FilledServer,
): Promise<void> {
  // Sessions from now on, which is that of following.
  await db.exec("alter role viewer set log_statement = 'all'");
  const stop = new AbortController();
  const counts = { messages: 0, rows: 0 };
  const changes = changeTasks(db, stop.signal);
  const following = (async () => {
    const { signal } = stop;
    try {
      for await (const news of await production.follow({ connection, filter: {} }, { signal })) {
        counts.messages += 1;
        if (news.kind === 'changed') counts.rows += news.rows.length;
        else throw new Error(news.trouble.message);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
  await setTimeout(WARM_UP_S * 1_000);
  await takeLog();
  const before = memory();
  const shownBefore = counts.rows;
  await setTimeout(MEASURED_S * 1_000);
  const after = memory();
  const log = await takeLog();
  stop.abort();
  await Promise.all([following, changes]);
  const said = statementsIn(log);
  const perMinute = (count: number): number => (count * 60) / MEASURED_S;
  report('following: tasks shown as changed per minute', perMinute(counts.rows - shownBefore), {
    atLeast: 1,
  });
  report('following: queries of its own per minute', perMinute(said.queries), { atMost: 60 });
  report('following: transactions per minute', perMinute(said.transactions), { atMost: 60 });
  report('following: all statements per minute, begin and commit too', perMinute(said.all));
  const inTenMinutes = (grown: number): number => (grown * EXTRAPOLATED_S) / MEASURED_S;
  report('following: what the heap grows in ten minutes, MB', inTenMinutes(after.heap - before.heap), {
    atMost: 100,
  });
  report(
    'following: what the process grows in ten minutes, MB',
    inTenMinutes(after.process - before.process),
    {
      atMost: 100,
    },
  );
}

/** Some of the newest tasks change, each time with a new transition, as production writes it. */
async function changeTasks(db: Database, signal: AbortSignal): Promise<void> {
  const newest = await db.query<{ id: number }>(
    'select task_id as id from tasker_tasks order by task_id desc limit $1',
    [CHANGED_IN_TURN],
  );
  for (let round = 0; !signal.aborted; round += 1) {
    const start = (round * CHANGED_AT_ONCE) % newest.length;
    const tasks = newest.slice(start, start + CHANGED_AT_ONCE).map(({ id }) => id);
    await db.transaction(async (tx) => {
      await tx.query(
        `update tasker_task_transitions set most_recent = false where most_recent and ${OF_TASKS}`,
        [tasks],
      );
      await tx.query(CHANGE, [tasks, round % 2 === 0 ? 'pending' : 'in_progress']);
    });
    await setTimeout(CHANGE_EVERY_MS);
  }
}

const OF_TASKS = 'task_id = any($1::bigint[])';

const CHANGE = `
  insert into tasker_task_transitions (task_id, to_state, sort_key, most_recent, created_at, updated_at)
  select t.task_id, $2::text, coalesce(max(x.sort_key), 0) + 10, true, now() at time zone 'UTC', now() at time zone 'UTC'
  from unnest($1::bigint[]) as t (task_id) left join tasker_task_transitions x on x.task_id = t.task_id
  group by t.task_id`;

function statementsIn(log: string): {
  readonly queries: number;
  readonly transactions: number;
  readonly all: number;
} {
  const lines = log
    .split('\n')
    .filter((line) => APPLICATION.test(line) && /LOG: {2}(?:execute|statement)/.test(line));
  const transactions = lines.filter((line) => /: begin /.test(line)).length;
  const asked = lines.filter((line) => !/: (?:begin|commit|rollback|deallocate)\b/.test(line));
  const queries = asked.filter((line) => !line.includes('transaction_read_only')).length;
  return { queries, transactions, all: lines.length };
}

/** Megabytes. */
function memory(): { readonly heap: number; readonly process: number } {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / 1_000_000, process: rss / 1_000_000 };
}
