/** The same run from the start under the other profile: what production's shipped engine makes of it, or what Tasker promises. */
import { engine } from '../api/engine.ts';
import { setPreferences } from '../store/preferences.ts';
import { useRun } from '../store/run/run.ts';
import { useBranches } from '../store/run/branches.ts';
import { attempt } from './run-actions.ts';
import { rememberScenario, scenarioOfRun } from './run-scenarios.ts';

export async function besideOther(): Promise<void> {
  const { view } = useRun.getState();
  if (view === null) return;
  const profile = view.profile === 'documented' ? 'rails-1.0' : 'documented';
  const other = await attempt(async () =>
    (await engine()).runs.beside({ run: view.run, profile, speed: 'max' }),
  );
  if (other === null) return;
  rememberScenario(other.run, scenarioOfRun(view));
  useBranches.setState({ left: view.run, right: other.run });
  setPreferences({ bottomTab: 'branches', showsPanel: true });
}
