/**
 * The only door from the command line to the engine. What is heavy is loaded when it is needed: `lint` of a template
 * waits neither for the scenario schema nor for a database.
 */
import type * as scenarioFiles from '../../src-engine/simulate/parse-scenario.ts';
import type { SimulateOptions, SimulationResult } from '../../src-engine/simulate/simulate.ts';

export { checkExpectation } from '../../src-engine/simulate/check-expectation.ts';
export { checkTemplate } from '../../src-engine/template/check-template.ts';
export { didYouMean } from '../../src-engine/template/check/suggest.ts';
export { parseTemplate } from '../../src-engine/template/parse-template.ts';

export async function loadScenarioFiles(): Promise<typeof scenarioFiles> {
  return import('../../src-engine/simulate/parse-scenario.ts');
}

/** One simulation in a fresh database in memory. */
export async function runSimulation(options: SimulateOptions): Promise<SimulationResult> {
  const { openSandbox } = await import('../../src-engine/store/open-sandbox.ts');
  const { simulate } = await import('../../src-engine/simulate/simulate.ts');
  const database = await openSandbox();
  try {
    return await simulate(database, options);
  } finally {
    await database.close();
  }
}
