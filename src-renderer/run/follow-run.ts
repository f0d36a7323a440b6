/**
 * Follows the shown run: its log comes in batches, and a stream that breaks off is taken up again from where it was, so
 * that no event is lost or seen twice.
 */
import { engine, onNewLine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import { addNews, isUnderWay, showRun, useRun } from '../store/run/run.ts';

const AGAIN_AFTER_MS = 150;

/** Begins to follow whatever run is shown, now and later. */
export function startFollowing(): void {
  let following: { readonly run: string; readonly controller: AbortController } | null = null;
  useRun.subscribe(({ view }) => {
    if (view?.run === following?.run) return;
    following?.controller.abort();
    following = null;
    if (view === null) return;
    const controller = new AbortController();
    following = { run: view.run, controller };
    void follow(view.run, controller.signal);
  });
  onNewLine(() => void takeUp());
}

/** After a reload of the page the run may still be there. */
async function takeUp(): Promise<void> {
  if (useRun.getState().view !== null) return;
  try {
    const current = await (await engine()).runs.current();
    if (current !== null && useRun.getState().view === null) showRun(current);
  } catch {
    // The line broke again; the next one asks anew.
  }
}

async function follow(run: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await followOnce(run, signal))) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

/** Whether there is nothing more to come. */
async function followOnce(run: string, signal: AbortSignal): Promise<boolean> {
  try {
    const client = await engine(signal);
    const news = await client.runs.watch({ run, after: useRun.getState().count }, { signal });
    for await (const each of news) addNews(each);
    return isShownWhole();
  } catch (error) {
    if (signal.aborted) return true;
    if (failureOf(error).code !== 'NO_SUCH_RUN') return false;
    if (!isShownWhole()) useRun.setState({ isLost: true });
    return true;
  }
}

/** A stream that ends before the run does was cut off. */
function isShownWhole(): boolean {
  const state = useRun.getState();
  return !isUnderWay(state) && state.view !== null && state.count >= state.view.events;
}
