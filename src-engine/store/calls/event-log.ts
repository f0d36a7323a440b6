/** Reads the event log: the history of a run, in order. */
import type { LoggedEvent } from '../../events/event.ts';
import type { JsonObject } from '../../template/template.ts';
import type { Queryable } from '../database.ts';
import type { EventsRow } from '../rows.generated.ts';

/** All events of a run. Payload keys come in the order in which they were written. */
export async function readEvents(db: Queryable, runId: number): Promise<readonly LoggedEvent[]> {
  const rows = await db.query<Omit<EventsRow, 'payload' | 'run_id'> & { readonly payload: JsonObject }>(
    `select seq, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, name, payload
     from workbench.events
     where run_id = $1::bigint
     order by seq`,
    [runId],
  );
  return rows.map(({ seq, at, name, payload }) => ({ seq, at, name, payload }));
}

/** Events `after` + 1 … `upTo` of a run, as one JSON value: rows of their own cost ten times as much. */
export async function readEventSlice(
  db: Queryable,
  runId: number,
  after: number,
  upTo: number,
): Promise<readonly LoggedEvent[]> {
  const rows = await db.query<{ events: readonly EventTuple[] }>(
    `select coalesce(json_agg(json_build_array(seq, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), name, payload)
       order by seq), '[]') as events
     from workbench.events
     where run_id = $1::bigint and seq > $2::integer and seq <= $3::integer`,
    [runId, after, upTo],
  );
  return (rows[0]?.events ?? []).map(([seq, at, name, payload]) => ({ seq, at, name, payload }));
}

type EventTuple = readonly [seq: number, at: string, name: string, payload: JsonObject];

/** The last event that is in the log, and its time as PostgreSQL prints it; null for an empty log. */
export async function lastEvent(
  db: Queryable,
  runId: number,
): Promise<{ readonly seq: number; readonly at: string } | null> {
  const rows = await db.query<{ seq: number; at: string }>(
    'select seq, at from workbench.events where run_id = $1::bigint order by seq desc limit 1',
    [runId],
  );
  return rows[0] ?? null;
}

/** Removes a run and its log: of runs that nobody will look at again. */
export async function forgetRun(db: Queryable, runId: number): Promise<void> {
  await db.query('select workbench.forget_run($1::bigint)', [runId]);
}

/** What a report says of a log, without reading it. */
export interface LogFacts {
  readonly events: number;
  /** ISO-8601 virtual time of the last event; null for an empty log. */
  readonly lastAt: string | null;
  /** Whether the job queue gave up. */
  readonly jobAbandoned: boolean;
}

/** A part of the log: the events of a run up to one of them. */
export interface LogPart {
  readonly run: number;
  readonly last: number;
}

/** Of several parts together: a fork's log begins with those of other runs. */
export async function logFacts(db: Queryable, parts: readonly LogPart[]): Promise<LogFacts> {
  const rows = await db.query<{ facts: LogFacts }>(
    `select json_build_object(
       'events', count(*),
       'lastAt', to_char((array_agg(at order by seq desc))[1], 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'jobAbandoned', coalesce(bool_or(name = 'workbench.job_abandoned'), false)) as facts
     from unnest($1::bigint[], $2::int[]) as p(run, last)
     join workbench.events e on e.run_id = p.run and e.seq <= p.last`,
    [parts.map(({ run }) => run), parts.map(({ last }) => last)],
  );
  return rows[0]?.facts ?? { events: 0, lastAt: null, jobAbandoned: false };
}
