/** Templates for tests, built from a list of steps and their parents, and the named workflows of the oracle cases. */
import type { StepTemplate, Template } from '../../src-engine/template/template.ts';

export type StepSpec = Partial<Omit<StepTemplate, 'name' | 'dependsOn'>>;

export function stepTemplate(name: string, dependsOn: readonly string[], spec: StepSpec = {}): StepTemplate {
  return {
    name,
    description: name,
    handlerClass: `Test::${name.replaceAll(/[^a-zA-Z0-9]/g, '')}Handler`,
    dependentSystem: 'test_system',
    defaultRetryable: true,
    defaultRetryLimit: 3,
    skippable: false,
    dependsOn,
    customEvents: [],
    ...spec,
  };
}

/** `{ a: [], b: ['a'] }`: b waits for a. Settings of single steps by name. */
export function workflow(
  parents: Readonly<Record<string, readonly string[]>>,
  specs: Readonly<Record<string, StepSpec>> = {},
): Template {
  return {
    name: 'test_workflow',
    namespaceName: 'default',
    version: '1.0.0',
    taskHandlerClass: 'Test::Handler',
    environments: [],
    steps: Object.entries(parents).map(([name, dependsOn]) => stepTemplate(name, dependsOn, specs[name])),
  };
}

export const LINEAR: Readonly<Record<string, readonly string[]>> = {
  initialize_data: [],
  validate_input: ['initialize_data'],
  process_data: ['validate_input'],
  transform_results: ['process_data'],
  validate_output: ['transform_results'],
  finalize_workflow: ['validate_output'],
};

export const DIAMOND: Readonly<Record<string, readonly string[]>> = {
  start_workflow: [],
  branch_one_process: ['start_workflow'],
  branch_one_validate: ['branch_one_process'],
  branch_two_process: ['start_workflow'],
  branch_two_validate: ['branch_two_process'],
  merge_branches: ['branch_one_validate', 'branch_two_validate'],
  end_workflow: ['merge_branches'],
};

export const DUMMY: Readonly<Record<string, readonly string[]>> = {
  'step-one': [],
  'step-two': [],
  'step-three': ['step-two'],
  'step-four': ['step-three'],
};
