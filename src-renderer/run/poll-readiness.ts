/**
 * Asks for task and readiness whenever the log has grown, but never so often that the asking slows the run: the pause
 * is several times as long as the answer took.
 */
import { engine } from '../api/engine.ts';
import { useRun } from '../store/run/run.ts';

const SHORTEST_PAUSE_MS = 200;
/** Of the time that passes, at most this share is spent on answering. */
const SHARE = 1 / 5;

export function startPolling(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBusy = false;
  const look = (pauseMs: number): void => {
    if (timer !== null || isBusy || !isBehind()) return;
    timer = setTimeout(() => {
      timer = null;
      isBusy = true;
      const start = performance.now();
      void ask().finally(() => {
        isBusy = false;
        look(Math.max(SHORTEST_PAUSE_MS, (performance.now() - start) / SHARE));
      });
    }, pauseMs);
  };
  useRun.subscribe(() => look(isStill() ? 0 : SHORTEST_PAUSE_MS));
}

function isBehind(): boolean {
  const { view, count, readinessSeq, task, isLost } = useRun.getState();
  return view !== null && !isLost && count > 0 && (readinessSeq < count || task === null);
}

function isStill(): boolean {
  return useRun.getState().view?.status !== 'running';
}

async function ask(): Promise<void> {
  const { view, count } = useRun.getState();
  if (view === null) return;
  const { run } = view;
  try {
    const client = await engine();
    const [task, readiness] = await Promise.all([client.runs.task({ run }), client.runs.readiness({ run })]);
    if (useRun.getState().view?.run !== run) return;
    const steps = new Map(readiness.steps.map((step) => [step.name, step]));
    useRun.setState({ task, readiness: steps, readinessSeq: Math.max(readiness.seq, count) });
  } catch {
    // Lost lines and lost runs are told by whoever follows the run; do not ask again for this length of the log.
    if (useRun.getState().view?.run === run) useRun.setState({ readinessSeq: count });
  }
}
