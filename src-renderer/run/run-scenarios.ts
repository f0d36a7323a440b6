/** Which scenario each run of this session was given, as text: a fork goes on with a change of it. */
import type { RunView } from '../../src-engine/api/contract/run-schemas.ts';

export interface RunScenario {
  readonly text: string;
  readonly name: string;
}

const texts = new Map<string, RunScenario>();
const NONE: RunScenario = { text: '', name: 'Everything succeeds' };

export function rememberScenario(run: string, scenario: RunScenario | undefined): void {
  if (scenario !== undefined) texts.set(run, scenario);
}

/** Of a fork without one of its own: the one of the run it came from. */
export function scenarioOfRun({ run, parent }: Pick<RunView, 'run' | 'parent'>): RunScenario {
  return texts.get(run) ?? (parent === null ? undefined : texts.get(parent)) ?? NONE;
}
