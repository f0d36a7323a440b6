/** A scenario run to its end as fast as it goes, in a world apart, and what became of what it expects. */
import type { ExpectationResult } from '../check-expectation.ts';
import { checkExpectation } from '../check-expectation.ts';
import type { SimulationReport } from '../report.ts';
import type { ProfileName } from '../scenario.ts';
import type { SessionSource } from '../session/run-session.ts';
import { prepareSimulations } from '../simulate.ts';
import type { Worlds } from './worlds.ts';

export interface TestResult {
  readonly report: SimulationReport;
  /** Null when the scenario expects nothing. */
  readonly expectation: ExpectationResult | null;
}

export interface TestOptions {
  readonly profile?: ProfileName | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function runTest(
  worlds: Worlds,
  { template, scenario, scenarioName }: SessionSource,
  { profile, signal }: TestOptions,
): Promise<TestResult> {
  const schema = await worlds.forTest();
  const options = { template, scenario, scenarioName, profile, ...(signal === undefined ? {} : { signal }) };
  const start = await prepareSimulations(worlds.database, options, 1, schema);
  const [simulated] = await start();
  if (simulated === undefined) throw new Error('a test ended without a result');
  const report = await simulated.report();
  const { expect } = scenario;
  const expectation =
    expect === undefined ? null : checkExpectation(expect, report, await simulated.events());
  await simulated.forget();
  return { report, expectation };
}
