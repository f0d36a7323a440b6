/** The rows of a run after an event, asked for when the hand has come to rest there. */
import { useEffect, useState } from 'react';
import type { StateRows } from '../../../src-engine/api/contract/lab-schemas.ts';
import { engine } from '../../api/engine.ts';

const REST_MS = 90;

/** Null while they are not known, and where there is nothing to ask for (`after` null or 0). */
export function useRowsAt(run: string | null, after: number | null): StateRows | null {
  const [answer, setAnswer] = useState<{ readonly run: string; readonly rows: StateRows | null } | null>(
    null,
  );
  useEffect(() => {
    if (run === null || after === null || after < 1) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void engine()
        .then((client) => client.runs.rows({ run, after }))
        .then((rows) => isWanted && setAnswer({ run, rows }))
        .catch(() => {});
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [run, after]);
  return answer?.run === run && after !== null && after > 0 ? answer.rows : null;
}
