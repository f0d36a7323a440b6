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
