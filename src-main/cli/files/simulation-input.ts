/** Finds and loads what a simulation needs: the template, and the scenario that was named or lies beside it. */
import { basename } from 'node:path';
import type { StartRun } from '../../../src-engine/api/contract/run-schemas.ts';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import type { Template } from '../../../src-engine/template/template.ts';
import type { HeaderFacts } from '../render/header.ts';
import type { FileProblems } from '../render/problems.ts';
import type { LoadedFile } from './load-file.ts';
import { loadScenario, loadTemplate } from './load-file.ts';
import { defaultScenario } from '../../files/scenario-names.ts';

export type SimulationInput =
  | { readonly kind: 'refused'; readonly problems: readonly FileProblems[] }
  | {
      readonly kind: 'ready';
      readonly template: Template;
      readonly scenario: Scenario;
      /** What the engine is asked to run. */
      readonly request: Pick<StartRun, 'text' | 'environment' | 'scenario'>;
      readonly facts: HeaderFacts;
      /** Of the scenario only: what the template's warnings are, `lint` tells. */
      readonly problems: readonly FileProblems[];
    };

export interface Wanted {
  readonly scenario?: string;
  readonly environment?: string;
}

export async function loadSimulation(file: string, wanted: Wanted, cwd: string): Promise<SimulationInput> {
  const scenarioFile = wanted.scenario ?? (await defaultScenario(file, cwd));
  let template: LoadedFile<Template> | undefined;
  const loadTemplateFor = async (environment: string | undefined): Promise<LoadedFile<Template>> =>
    (template ??= await loadTemplate(file, wanted.environment ?? environment, cwd));
  const scenario =
    scenarioFile === undefined
      ? undefined
      : await loadScenario(
          scenarioFile,
          async ({ environment }) => (await loadTemplateFor(environment)).value,
          cwd,
        );
  const loaded = template ?? (await loadTemplateFor(undefined));
  const isScenarioBad = scenario !== undefined && scenario.value === undefined;
  if (loaded.value === undefined || isScenarioBad) {
    const bad = [scenario, loaded].filter((each) => each !== undefined && each.value === undefined);
    return { kind: 'refused', problems: withProblems(...bad) };
  }
  return {
    kind: 'ready',
    template: loaded.value,
    scenario: scenario?.value ?? {},
    request: {
      text: loaded.text,
      environment: wanted.environment,
      scenario: scenario === undefined ? undefined : { text: scenario.text, name: basename(scenario.file) },
    },
    facts: {
      templateFile: file,
      scenarioFile: scenarioFile ?? null,
      scenarioFound: wanted.scenario === undefined,
      sampleContext: scenario?.value?.context === undefined,
    },
    problems: withProblems(scenario),
  };
}

function withProblems(...files: readonly (FileProblems | undefined)[]): readonly FileProblems[] {
  return files
    .filter((file) => file !== undefined && file.problems.length > 0)
    .filter((file) => file !== undefined);
}
