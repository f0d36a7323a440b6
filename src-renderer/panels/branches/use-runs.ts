/** All runs of the sandbox, asked for whenever the shown one changes, and now and then while one goes on by itself. */
import { useEffect, useState } from 'react';
import type { RunView } from '../../../src-engine/api/contract/run-schemas.ts';
import { engine } from '../../api/engine.ts';
import { useRun } from '../../store/run/run.ts';

const AGAIN_MS = 700;

export function useRuns(): readonly RunView[] {
  const run = useRun((state) => state.view?.run ?? null);
  const status = useRun((state) => state.view?.status ?? null);
  const [runs, setRuns] = useState<readonly RunView[]>([]);
  useEffect(() => {
    if (run === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      try {
        const all = await (await engine()).runs.list();
        if (!isWanted) return;
        setRuns(all);
        if (status === 'running' || all.some((each) => each.status === 'running'))
          timer = setTimeout(() => void ask(), AGAIN_MS);
      } catch {
        // The line broke: whoever follows the run tells it.
      }
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [run, status]);
  return runs;
}
