/** The event of another run that is the same by step and attempt as the one that is looked at here. */
import { useEffect, useState } from 'react';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { engine } from '../../api/engine.ts';
import { useRun } from '../../store/run/run.ts';

export function useAlignedEvent(other: string | null): number | null {
  const shown = useRun((state) => state.shown);
  const events = useRun((state) => state.events);
  const [log, setLog] = useState<{ readonly run: string; readonly events: readonly LoggedEvent[] } | null>(
    null,
  );
  useEffect(() => {
    if (other === null) return undefined;
    const controller = new AbortController();
    void readLog(other, controller.signal).then(
      (all) => setLog({ run: other, events: all }),
      () => {},
    );
    return () => controller.abort();
  }, [other]);
  if (other === null || log?.run !== other) return null;
  return alignedEvent(events.slice(0, shown), log.events);
}

/** As far as it is told now: a run that goes on would keep the stream open. */
async function readLog(run: string, signal: AbortSignal): Promise<readonly LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for await (const { events, view } of await (await engine()).runs.watch({ run, after: 0 }, { signal })) {
    all.push(...events);
    if (all.length >= view.events) break;
  }
  return all;
}

/** The n-th event of its kind, step and attempt in the one log is the n-th in the other; null where there are fewer. */
export function alignedEvent(here: readonly LoggedEvent[], there: readonly LoggedEvent[]): number | null {
  const last = here.at(-1);
  if (last === undefined) return null;
  const key = keyOf(last);
  const which = here.filter((event) => keyOf(event) === key).length;
  return there.filter((event) => keyOf(event) === key)[which - 1]?.seq ?? null;
}

function keyOf({ name, payload }: LoggedEvent): string {
  return JSON.stringify([name, payload['step_name'], payload['attempt_number']]);
}
