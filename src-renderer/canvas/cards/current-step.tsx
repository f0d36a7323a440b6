/**
 * The selected step for a screen reader. Its card will not do: a card out of view is not there, and a name of a step is no
 * name for an element.
 */
import { useStoreWithEqualityFn } from 'zustand/traditional';
import type { GraphStep } from '../../graph/graph-model.ts';
import { useRun } from '../../store/run/run.ts';
import { useGraph } from '../shown/graph-store.ts';
import styles from './current-step.module.css';
import { sameLook, stepLook } from './step-look.ts';
import { stepWords } from './step-words.ts';
import { useSelectedPosition } from './use-selected-position.ts';

export function currentStepId(position: number): string {
  return `canvas-step-${position}`;
}

export function CurrentStep() {
  const position = useSelectedPosition();
  const step = useGraph(({ shown }) =>
    position === null ? undefined : shown?.model.steps.get(shown.model.ids[position] ?? ''),
  );
  if (position === null || step === undefined) return null;
  return <Words key={position} id={currentStepId(position)} step={step} />;
}

function Words({ id, step }: { readonly id: string; readonly step: GraphStep }) {
  const look = useStoreWithEqualityFn(useRun, (run) => stepLook(run, step), sameLook);
  return <div id={id} className={styles['hidden']} role="img" aria-label={stepWords(step, look)} />;
}
