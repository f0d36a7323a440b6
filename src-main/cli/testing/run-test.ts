/** One scenario from its file to its result; whatever is wrong with it is a result too. */
import { basename } from 'node:path';
import type { ProfileName } from '../../../src-engine/simulate/scenario.ts';
import { loadSimulation } from '../files/simulation-input.ts';
import type { FileProblems } from '../render/problems.ts';
import type { TestTarget } from './test-targets.ts';
import type { Tested } from './tested.ts';
import type { Tester } from './tester.ts';

export interface TestRun {
  readonly tester: Tester;
  readonly cwd: string;
  readonly profile: ProfileName | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds of a running clock. */
  readonly clock: () => number;
}

export async function runTest(
  { scenario, template }: TestTarget,
  { tester, cwd, profile, signal, clock }: TestRun,
): Promise<Tested> {
  const named = { scenario, template, title: basename(scenario) };
  if (template === undefined) return { ...named, kind: 'bad', problems: [NO_TEMPLATE(scenario)] };
  const input = await loadSimulation(template, { scenario }, cwd);
  if (input.kind === 'refused') return { ...named, kind: 'bad', problems: input.problems };
  const title = input.scenario.name ?? named.title;
  const { text, scenario: asked } = input.request;
  const start = clock();
  try {
    const answer = await tester.run(
      { text, scenario: asked ?? { text: '', name: named.title }, profile },
      signal,
    );
    return { ...named, title, kind: 'run', answer, seconds: (clock() - start) / 1_000 };
  } catch (error) {
    signal.throwIfAborted();
    return {
      ...named,
      title,
      kind: 'broken',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function NO_TEMPLATE(file: string): FileProblems {
  return {
    file,
    text: '',
    problems: [
      {
        code: 'scenario-without-template',
        severity: 'error',
        message: 'There is no template beside this scenario.',
        hint: 'A scenario is named after its template: order.bad-day.scenario.yaml for order.yaml.',
        path: '',
        line: 1,
        column: 1,
        offset: 0,
        length: 0,
      },
    ],
  };
}
