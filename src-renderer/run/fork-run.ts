/** Another way from the moment that is looked at: the fork is shown, and the run it came from is a click away. */
import type { ForkAction } from '../../src-engine/api/contract/lab-schemas.ts';
import type { RunView } from '../../src-engine/api/contract/run-schemas.ts';
import { engine } from '../api/engine.ts';
import { notify } from '../store/notices.ts';
import { usePreferences } from '../store/preferences.ts';
import { showRun, useRun } from '../store/run/run.ts';
import { attempt } from './run-actions.ts';
import { rememberScenario, scenarioOfRun } from './run-scenarios.ts';

export interface ForkWish {
  /** The whole text of the scenario to go on with; absent: the one of the run. */
  readonly scenario?: { readonly text: string; readonly name: string };
  /** Done first, in this order. */
  readonly actions?: readonly ForkAction[];
  /** Default: it goes on at once, as fast as it goes. */
  readonly paused?: boolean;
}

/** The fork, or null after the user was told why there is none. */
export async function forkHere({
  scenario,
  actions = [],
  paused = false,
}: ForkWish): Promise<RunView | null> {
  const { view, shown } = useRun.getState();
  if (view === null || shown === 0) return null;
  const fork = await attempt(async () =>
    (await engine()).runs.fork({
      run: view.run,
      after: shown,
      ...(scenario === undefined ? {} : { scenario }),
      actions: [...actions],
      speed: paused ? usePreferences.getState().speed : 'max',
      paused,
    }),
  );
  if (fork === null) return null;
  rememberScenario(fork.run, scenario ?? scenarioOfRun(view));
  showRun(fork);
  notify({
    kind: 'info',
    title: `Forked after event ${fork.forkedAfter}`,
    detail: fork.changes.join(' '),
    action: { title: 'Back to the parent', run: () => void showRunOf(view.run) },
  });
  return fork;
}

/** Shows another run of the tree. */
export async function showRunOf(run: string): Promise<void> {
  const all = await attempt(async () => (await engine()).runs.list());
  const view = all?.find((each) => each.run === run);
  if (view !== undefined) showRun(view);
}
