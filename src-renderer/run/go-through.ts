/**
 * Going through a run like a debugger: on and back, by ticks, by changes of a step, to breakpoints. What was recorded is gone through
 * in the log; at its end the engine goes on.
 */
import type { Until } from '../../src-engine/api/contract/lab-schemas.ts';
import { engine } from '../api/engine.ts';
import { notify } from '../store/notices.ts';
import { goToEvent, isUnderWay, stepBack as oneBack, updateView, useRun } from '../store/run/run.ts';
import { useSelection } from '../store/selection.ts';
import { attempt, pause, start } from './run-actions.ts';

type Sought = Until | { readonly kind: 'breakpoint' };

export async function stepTick(): Promise<void> {
  await goOn({ kind: 'tick' });
}

/** Of the selected step. */
export async function stepToChange(): Promise<void> {
  const { step } = useSelection.getState();
  if (step === null) return notify({ kind: 'info', title: 'Select a step first' });
  await goOn({ kind: 'step', step });
}

export async function runToEnd(): Promise<void> {
  await goOn({ kind: 'end' });
}

export async function stepBack(): Promise<void> {
  await pause();
  oneBack();
}

export async function tickBack(): Promise<void> {
  await goBack({ kind: 'tick' });
}

/** To the last breakpoint before this moment, or to the beginning. */
export async function runBack(): Promise<void> {
  await goBack({ kind: 'breakpoint' });
}

export function toStart(): void {
  goToEvent(1);
}

export function toEnd(): void {
  goToEvent(null);
}

async function goOn(until: Until): Promise<void> {
  if (await seek('forward', until)) return;
  goToEvent(null);
  if (!isUnderWay(useRun.getState())) await start(true);
  const { view } = useRun.getState();
  if (view === null || !isUnderWay(useRun.getState())) return;
  const answer = await attempt(async () => (await engine()).runs.advance({ run: view.run, until }));
  if (answer !== null) updateView(answer);
}

async function goBack(until: Sought): Promise<void> {
  await pause();
  if (!(await seek('back', until))) goToEvent(1);
}

/** Whether there was such a place in the log. At its end there is nothing ahead. */
async function seek(direction: 'forward' | 'back', until: Sought): Promise<boolean> {
  const { view, moment, shown } = useRun.getState();
  if (view === null || (direction === 'forward' && moment === null)) return false;
  const asked = { run: view.run, from: shown, direction, until };
  const answer = await attempt(async () => (await engine()).runs.seek(asked));
  if (answer?.seq == null) return false;
  goToEvent(answer.seq);
  return true;
}
