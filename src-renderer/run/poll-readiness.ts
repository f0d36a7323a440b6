/**
 * Asks for task and readiness whenever the moment that is looked at has changed, but never so often that the asking slows a run: the
 * pause is several times as long as the answer took. While somebody scrubs one question is under way, and the last wish wins.
 */
import { engine } from '../api/engine.ts';
import { isInThePast, useRun } from '../store/run/run.ts';
import { useScrubbing } from '../store/run/scrubbing.ts';
import { useSelection } from '../store/selection.ts';

const SHORTEST_PAUSE_MS = 200;
/** After a jump to an event of the past: keys may follow each other quickly. */
const REST_MS = 30;
/** While a hand drags along the log: until it stays somewhere. */
const HELD_REST_MS = 200;
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
        const took = performance.now() - start;
        look(isStill() ? restMs() : Math.max(SHORTEST_PAUSE_MS, took / SHARE));
      });
    }, pauseMs);
  };
  useRun.subscribe((now, before) => {
    if (now.moment !== before.moment && timer !== null) {
      clearTimeout(timer);
      timer = null;
    }
    look(isInThePast(now) ? restMs() : isStill() ? 0 : SHORTEST_PAUSE_MS);
  });
}

function restMs(): number {
  return useScrubbing.getState().isHeld ? HELD_REST_MS : REST_MS;
}

function isBehind(): boolean {
  const { view, moment, shown, readinessSeq, task, isLost } = useRun.getState();
  const isOld = moment === null ? readinessSeq < shown : readinessSeq !== shown;
  return view !== null && !isLost && shown > 0 && (isOld || task === null);
}

function isStill(): boolean {
  const state = useRun.getState();
  return state.view?.status !== 'running' || isInThePast(state);
}

/** Up to so many steps, all are asked about each time; taking in more at once would be felt. */
const MANY = 300;
const MOST_AT_ONCE = 150;

/** While a large run is under way: the steps that wait or are looked at. Absent: all. */
function stepsToAsk(): readonly string[] | undefined {
  const { steps } = useRun.getState();
  if (steps.size <= MANY || isStill()) return undefined;
  const failed = [...steps].filter(([, { state }]) => state === 'error').map(([name]) => name);
  const { step } = useSelection.getState();
  return [...(step === null ? [] : [step]), ...failed.slice(0, MOST_AT_ONCE)];
}

async function ask(): Promise<void> {
  const { view, shown, moment } = useRun.getState();
  if (view === null) return;
  const { run } = view;
  const asked = stepsToAsk();
  const at = moment === null ? { run } : { run, after: moment };
  try {
    const client = await engine();
    const [task, readiness] = await Promise.all([
      client.runs.task(at),
      client.runs.readiness({ ...at, ...(asked === undefined ? {} : { steps: [...asked] }) }),
    ]);
    const state = useRun.getState();
    // Somebody went elsewhere meanwhile: what was asked for then would be shown beside another moment.
    if (state.view?.run !== run || state.moment !== moment) return;
    const before = asked === undefined ? [] : state.readiness;
    const steps = new Map([...before, ...readiness.steps.map((step) => [step.name, step] as const)]);
    useRun.setState({ task, readiness: steps, readinessSeq: answered(readiness.seq, shown, asked, moment) });
  } catch {
    // Lost lines and lost runs are told by whoever follows the run; do not ask again for this moment.
    if (useRun.getState().view?.run === run) useRun.setState({ readinessSeq: shown });
  }
}

/** An answer about some steps does not settle the matter: all are asked about when the run rests. */
function answered(
  seq: number,
  shown: number,
  asked: readonly string[] | undefined,
  moment: number | null,
): number {
  if (moment !== null) return moment;
  return asked === undefined ? Math.max(seq, shown) : Math.min(seq, shown - 1);
}
