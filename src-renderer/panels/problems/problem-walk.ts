/** Going from problem to problem, by a key in the list or from anywhere in the window. */
import { create } from 'zustand';
import type { Severity } from '../../../src-engine/template/problem.ts';
import { useDocument } from '../../store/document.ts';
import { selectStep } from '../../store/selection.ts';
import type { ListedProblem } from './problem-list.ts';
import { listProblems } from './problem-list.ts';
import { revealInText } from './reveal.ts';

export type Direction = 1 | -1;

export interface ProblemViewState {
  readonly hidden: ReadonlySet<Severity>;
  /** The problem that was gone to last, and where in the list it stood then. */
  readonly current: { readonly key: string; readonly index: number } | null;
}

export const useProblemView = create<ProblemViewState>(() => ({ hidden: new Set(), current: null }));

/** Selects its step, if it has one, and shows its place in the text. */
export function goToProblem(listed: ListedProblem, index: number): void {
  useProblemView.setState({ current: { key: listed.key, index } });
  if (listed.step !== null) selectStep(listed.step.id, 'problems');
  revealInText(listed.problem);
}

/** Goes to the next or the previous problem of those that are listed, round and round. */
export function nextProblem(direction: Direction): void {
  const { view } = useDocument.getState();
  const { hidden, current } = useProblemView.getState();
  const list = listProblems(view.problems, view.steps, hidden);
  const index = nextIndex(
    list.map(({ key }) => key),
    current,
    direction,
  );
  const listed = list[index];
  if (listed !== undefined) goToProblem(listed, index);
}

/** -1 for an empty list. A problem that was mended since gave its place to the one after it. */
export function nextIndex(
  keys: readonly string[],
  current: ProblemViewState['current'],
  direction: Direction,
): number {
  const { length } = keys;
  if (length === 0) return -1;
  if (current === null) return direction === 1 ? 0 : length - 1;
  const found = keys.indexOf(current.key);
  const from = found >= 0 ? found : direction === 1 ? current.index - 1 : current.index;
  return (Math.min(from, length - 1) + direction + length) % length;
}

export function toggleSeverity(severity: Severity): void {
  const hidden = new Set(useProblemView.getState().hidden);
  if (!hidden.delete(severity)) hidden.add(severity);
  useProblemView.setState({ hidden });
}

export function showAllSeverities(): void {
  useProblemView.setState({ hidden: new Set() });
}
