/** How a step is doing in the run that is shown, for its card. Reads log and readiness; decides nothing. */
import type { GraphStep } from '../../graph/graph-model.ts';
import type { RunState } from '../../store/run/run.ts';

export interface StepLook {
  /** Null before the first run. */
  readonly state: string | null;
  readonly attempt: number;
  readonly limit: number | null;
  /** Virtual time (ms since 1970) of the next attempt, while one is waited for. */
  readonly retryAt: number | null;
}

export function stepLook(run: RunState, step: GraphStep): StepLook {
  const fold = run.steps.get(step.name);
  const limit = run.readiness.get(step.name)?.retry_limit ?? fold?.retryLimit ?? step.retryLimit ?? null;
  if (run.view === null) return { state: null, attempt: 0, limit, retryAt: null };
  const retryAt = waitsUntil(run, step.name);
  const state = fold?.state ?? 'pending';
  return { state: retryAt === null ? state : 'waiting', attempt: fold?.attempt ?? 0, limit, retryAt };
}

/** While the log is ahead of the last answer about readiness, the answer may speak of a wait that is over. */
function waitsUntil(run: RunState, name: string): number | null {
  const row = run.readiness.get(name);
  const state = run.steps.get(name)?.state;
  if (row?.next_retry_at == null || row.attempts === 0 || run.view === null) return null;
  if (state !== row.current_state || (state !== 'error' && state !== 'pending')) return null;
  const at = Date.parse(row.next_retry_at);
  return at > Date.parse(run.now) ? at : null;
}

export function sameLook(one: StepLook, other: StepLook): boolean {
  return (
    one.state === other.state &&
    one.attempt === other.attempt &&
    one.limit === other.limit &&
    one.retryAt === other.retryAt
  );
}
