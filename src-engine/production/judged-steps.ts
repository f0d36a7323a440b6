/**
 * How the steps of a copied task stand, as functions say it: those of the shipped engine, asked in the sandbox about the copied rows, so
 * that nothing is called in production.
 */
import { stepWords } from '../simulate/reasons.ts';
import { rowsOfCopy } from '../simulate/adopt/rows-of-copy.ts';
import type { RunDesk } from '../simulate/session/run-desk.ts';
import { adoptTaskRows } from '../store/calls/adopt-calls.ts';
import { taskSnapshot } from '../store/calls/task-snapshot.ts';
import type { TaskCopy } from '../store/production/rows/task-copy.ts';
import { inWorld } from '../store/session.ts';
import { isState } from '../run/state-machine.ts';
import { fromSqlTime, isoTime, sqlTime } from '../run/time/virtual-time.ts';
import { stateOf } from '../inspect/production/copy-notes.ts';

export interface JudgedStep {
  /** A sentence without its subject. */
  readonly words: string;
  readonly ready: boolean;
  /** ISO-8601, UTC. */
  readonly nextRetryAt: string | null;
}

const CLOSED = new Set(['complete', 'cancelled', 'resolved_manually', 'error']);

/** By the key of the step. */
export async function judgeSteps(desk: RunDesk, copy: TaskCopy): Promise<ReadonlyMap<string, JudgedStep>> {
  const nowMs = Date.parse(copy.at);
  const snapshot = await desk.inTurn(async () => {
    const worlds = await desk.worlds();
    const schema = await worlds.forTest();
    const db = inWorld(worlds.database, { schema, functions: 'rails-1.0' });
    try {
      return await db.transaction(async (tx) => {
        await adoptTaskRows(tx, rowsOfCopy(copy));
        return taskSnapshot(tx, Number(copy.id), sqlTime(nowMs));
      });
    } finally {
      // Rows that nobody masked are not to lie about.
      await worlds.clearTest();
    }
  });
  if (snapshot === null) return new Map();
  // Whether a worker is at a step, nobody here knows: it is not said that there is none.
  const underWay = CLOSED.has(stateOf(copy)) ? undefined : { isRunning: () => true };
  const words = stepWords(snapshot, nowMs, underWay);
  return new Map(
    snapshot.steps.map((step) => {
      const { workflow_step_id, ready_for_execution, next_retry_at } = step.readiness;
      const nextRetryAt = next_retry_at === null ? null : isoTime(fromSqlTime(next_retry_at));
      const said = isState(step.readiness.current_state)
        ? words(step)
        : `is in state ${String(step.readiness.current_state)}, in which the engine never runs it`;
      return [String(workflow_step_id), { words: said, ready: ready_for_execution, nextRetryAt }];
    }),
  );
}
