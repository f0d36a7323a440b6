/**
 * What the successor's own readiness function says of a task. It is called where it stands because the sandbox has no such engine, and only
 * when it is declared to change nothing and runs with the rights of the caller.
 */
import type { FoundFunction, Installation } from '../detect/installation.ts';
import { quoted } from '../detect/read-catalogue.ts';
import type { Reader } from '../session/production-session.ts';
import { isoTime } from './task-rows.ts';

export interface OwnReadiness {
  readonly step: string;
  readonly state: string;
  readonly ready: boolean;
  readonly satisfied: boolean;
  readonly parents: number;
  readonly completed: number;
  readonly nextRetryAt: string | null;
}

const FUNCTION = 'get_step_readiness_status';
const LANGUAGES = new Set(['sql', 'plpgsql']);

/** Null where there is no such function, or none that may be called. */
export async function readOwnReadiness(
  reader: Reader,
  { schema, functions }: Installation,
  task: string,
): Promise<readonly OwnReadiness[] | null> {
  // Which of several the server would take is for it to say: all must be harmless.
  const found = functions.filter(({ name }) => name === FUNCTION);
  if (found.length === 0 || !found.every(isHarmless)) return null;
  // Its own calls and tables are written without a schema; for the rest of this transaction they are found.
  await reader.query("select pg_catalog.set_config('search_path', $1, true)", [
    `pg_catalog, ${quoted(schema)}`,
  ]);
  return reader.query<OwnReadiness>(
    `select r.workflow_step_uuid::text as step, r.current_state::text as state, r.ready_for_execution as ready,
            r.dependencies_satisfied as satisfied, r.total_parents::integer as parents,
            r.completed_parents::integer as completed, ${isoTime('r.next_retry_at')} as "nextRetryAt"
     from ${quoted(schema)}.${FUNCTION}($1::uuid, null::uuid[]) r`,
    [task],
  );
}

function isHarmless({ volatility, isSecurityDefiner, language }: FoundFunction): boolean {
  return volatility !== 'volatile' && !isSecurityDefiner && LANGUAGES.has(language);
}

/** A sentence without its subject. */
export function ownWords(row: OwnReadiness): string {
  if (row.ready) return 'is ready';
  const state = row.state.replaceAll('_', ' ');
  if (row.state !== 'pending' && row.state !== 'waiting_for_retry') return `is ${state}`;
  if (!row.satisfied) return `waits for ${row.parents - row.completed} of its ${row.parents} parents`;
  return row.nextRetryAt === null ? `is ${state} and not ready` : `waits until ${row.nextRetryAt}`;
}
