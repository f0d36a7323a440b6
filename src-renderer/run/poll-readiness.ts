/**
 * Asks for task and readiness whenever the log has grown, but never so often that the asking slows the run: the pause
 * is several times as long as the answer took.
 */
import { engine } from '../api/engine.ts';
import { useRun } from '../store/run/run.ts';
import { useSelection } from '../store/selection.ts';

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

/** Up to so many steps, all are asked about each time; taking in more at once would be felt. */
const MANY = 300;
const MOST_AT_ONCE = 150;

/** While a large run is under way: the steps that wait or are looked at. Absent: all. */
function stepsToAsk(): readonly string[] | undefined {
  const { steps, view } = useRun.getState();
  if (steps.size <= MANY || view?.status !== 'running') return undefined;
  const failed = [...steps].filter(([, { state }]) => state === 'error').map(([name]) => name);
  const { step } = useSelection.getState();
  return [...(step === null ? [] : [step]), ...failed.slice(0, MOST_AT_ONCE)];
}

async function ask(): Promise<void> {
  const { view, count } = useRun.getState();
  if (view === null) return;
  const { run } = view;
  const asked = stepsToAsk();
  try {
    const client = await engine();
    const [task, readiness] = await Promise.all([
      client.runs.task({ run }),
      client.runs.readiness({ run, ...(asked === undefined ? {} : { steps: [...asked] }) }),
    ]);
    const state = useRun.getState();
    if (state.view?.run !== run) return;
    const before = asked === undefined ? [] : state.readiness;
    const steps = new Map([...before, ...readiness.steps.map((step) => [step.name, step] as const)]);
    // An answer about some steps does not settle the matter: all are asked about when the run rests.
    const seq = asked === undefined ? Math.max(readiness.seq, count) : Math.min(readiness.seq, count - 1);
    useRun.setState({ task, readiness: steps, readinessSeq: seq });
  } catch {
    // Lost lines and lost runs are told by whoever follows the run; do not ask again for this length of the log.
    if (useRun.getState().view?.run === run) useRun.setState({ readinessSeq: count });
  }
}
