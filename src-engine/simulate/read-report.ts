/** The report of a run that is over, from its rows and a few facts of its log. */
import type { LogFacts } from '../store/calls/event-log.ts';
import { logFacts } from '../store/calls/event-log.ts';
import { taskSnapshot } from '../store/calls/task-snapshot.ts';
import type { Database } from '../store/database.ts';
import type { SimulationReport } from './report.ts';
import type { ReportInput } from './simulation-report.ts';
import { simulationReport } from './simulation-report.ts';

/** `facts` of the log are asked for where nobody has counted. */
export async function readReport(
  db: Database,
  input: Omit<ReportInput, 'snapshot' | 'log'>,
  facts?: LogFacts,
): Promise<SimulationReport> {
  const { setup } = input.run;
  const snapshot = await taskSnapshot(db, setup.taskId, input.run.sqlNow());
  if (snapshot === null) throw new Error(`task ${setup.taskId} vanished`);
  return simulationReport({
    ...input,
    snapshot,
    log: facts ?? (await logFacts(db, [{ run: setup.runId, last: input.run.seq }])),
  });
}
