/**
 * The only door from the command line to the engine. What is heavy is loaded when it is needed: `lint` of a template
 * waits neither for the scenario schema nor for a database.
 */
import type * as exports from '../../src-engine/export/export-template.ts';
import type * as scenarioFiles from '../../src-engine/simulate/parse-scenario.ts';
import type { ProductionDoor } from './inspect/production.ts';
import type { Tester } from './testing/tester.ts';
import type { SimulationAnswer, SimulationRequest } from './simulation.ts';

export { checkExpectation } from '../../src-engine/simulate/check-expectation.ts';
export type { AppliedFix } from '../../src-engine/lint/apply-fixes.ts';
export { applyFixes } from '../../src-engine/lint/apply-fixes.ts';
export type { LintConfig } from '../../src-engine/lint/lint-config.ts';
export { NO_CONFIG } from '../../src-engine/lint/lint-config.ts';
export { lintTemplate } from '../../src-engine/lint/lint-template.ts';
export type { TemplateText } from '../../src-engine/lint/lint-templates.ts';
export { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
export { readLintConfig } from '../../src-engine/lint/read-config.ts';
export { RULE_GROUPS, ruleOf } from '../../src-engine/lint/registry.ts';
export { editTemplate } from '../../src-engine/template/edit/edit-template.ts';
export { didYouMean } from '../../src-engine/template/check/suggest.ts';
export { parseTemplate } from '../../src-engine/template/parse-template.ts';

export async function loadExport(): Promise<typeof exports> {
  return import('../../src-engine/export/export-template.ts');
}

export async function loadScenarioFiles(): Promise<typeof scenarioFiles> {
  return import('../../src-engine/simulate/parse-scenario.ts');
}

/** Runs scenarios one after another in one database. */
export async function loadTester(): Promise<Tester> {
  return (await import('./testing/tester.ts')).createTester();
}

/** Looks into a production database. The sandbox stays closed until a task is looked at. */
export async function loadProduction(): Promise<ProductionDoor> {
  return (await import('./inspect/open-production.ts')).openProduction();
}

/** One simulation in a fresh database in memory. */
export async function runSimulation(request: SimulationRequest): Promise<SimulationAnswer> {
  return (await import('./simulation.ts')).runSimulation(request);
}
