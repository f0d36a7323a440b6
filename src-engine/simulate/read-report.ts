/** The report of a run that is over, from its rows and a few facts of its log. */
import { logFacts } from '../store/calls/event-log.ts';
import { taskSnapshot } from '../store/calls/task-snapshot.ts';
import type { Database } from '../store/database.ts';
import type { SimulationReport } from './report.ts';
import type { ReportInput } from './simulation-report.ts';
import { simulationReport } from './simulation-report.ts';

export async function readReport(
  db: Database,
  input: Omit<ReportInput, 'snapshot' | 'log'>,
): Promise<SimulationReport> {
  const { setup } = input.run;
  const snapshot = await taskSnapshot(db, setup.taskId, input.run.sqlNow());
  if (snapshot === null) throw new Error(`task ${setup.taskId} vanished`);
  return simulationReport({ ...input, snapshot, log: await logFacts(db, setup.runId) });
}
