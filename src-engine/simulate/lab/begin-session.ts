/** Creates the task of a run that is to be watched, in the world it is to live in. */
import type { Database } from '../../store/database.ts';
import { prepareRuns } from '../prepare-runs.ts';
import type { SessionSource, SessionStart } from '../session/run-session.ts';
import type { SimulationSettings } from '../settings.ts';
import { RunHistory } from './run-history.ts';

/** @param db Seen from the world of `schema`. */
export async function beginSession(
  db: Database,
  schema: string | null,
  source: SessionSource,
  settings: SimulationSettings,
): Promise<SessionStart> {
  const history = new RunHistory();
  const prepared = await prepareRuns(db, source, settings, 1, async (tx, runs) => {
    for (const { run } of runs) await history.begin(tx, run);
  });
  if (prepared.kind === 'refused') return prepared;
  const [run] = prepared.runs;
  if (run === undefined) throw new Error('a task was created without a run');
  const { scenario } = source;
  const first = { after: 0, scenario, settings, byHand: [] };
  return { kind: 'prepared', db, schema, run, history, course: { setup: run.run.setup, stages: [first] } };
}
