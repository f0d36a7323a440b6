/** The rows of a run at a moment, for people who want to see the tables or to ask them themselves. */
import type { QueryAnswer } from '../../store/calls/read-only-query.ts';
import { QueryRefused, readOnlyQuery } from '../../store/calls/read-only-query.ts';
import type { TableRows } from '../../store/calls/table-rows.ts';
import { taskRows } from '../../store/calls/table-rows.ts';
import { setClock } from '../../store/calls/world-calls.ts';
import type { Queryable } from '../../store/database.ts';
import { sqlTime } from '../../run/time/virtual-time.ts';
import type { Looked } from './answers.ts';
import { isOfThePast, timeOf } from './answers.ts';

export interface RowsAnswer {
  readonly seq: number;
  readonly nowMs: number;
  readonly tables: readonly TableRows[];
}

/** Null when there is no task, or its rows are gone. */
export async function rowsAt(looked: Looked): Promise<RowsAnswer | null> {
  const { start } = looked.session;
  if (start.kind !== 'prepared' || looked.session.isGone) return null;
  const { taskId } = start.run.run.setup;
  const { seq, nowMs, value } = await atMoment(looked, (tx) => taskRows(tx, taskId));
  return { seq, nowMs, tables: value };
}

/** Sees the rows and the time of that moment. Throws `QueryRefused`. */
export async function queryMoment(looked: Looked, sql: string): Promise<QueryAnswer> {
  if (looked.session.start.kind !== 'prepared' || looked.session.isGone) {
    throw new QueryRefused('There are no rows: this run never had a task.', null, null);
  }
  return (await atMoment(looked, (tx) => readOnlyQuery(tx, sql))).value;
}

async function atMoment<T>(
  looked: Looked,
  work: (tx: Queryable) => Promise<T>,
): Promise<{ readonly seq: number; readonly nowMs: number; readonly value: T }> {
  const { session, worlds, after } = looked;
  const { start } = session;
  if (start.kind !== 'prepared') throw new Error('a run without a task has no moments');
  const seq = after ?? session.log.shown;
  const nowMs = isOfThePast(looked) ? await timeOf(session, seq) : session.clock;
  const atItsTime = async (tx: Queryable): Promise<T> => {
    await setClock(tx, sqlTime(nowMs));
    return work(tx);
  };
  const value = isOfThePast(looked)
    ? await worlds.at(start, seq, atItsTime)
    : await start.db.transaction(atItsTime);
  return { seq, nowMs, value };
}
