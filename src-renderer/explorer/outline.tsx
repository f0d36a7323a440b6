/** The steps in the order of the text, each with its state; thousands are drawn only where they are seen. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useDocument } from '../store/document.ts';
import { useRun } from '../store/run/run.ts';
import { selectStep, useSelection } from '../store/selection.ts';
import { StateMark } from '../ui/state/state-mark.tsx';
import styles from './explorer.module.css';

const ROW = 26;

export function Outline() {
  const steps = useDocument((state) => state.view.steps);
  const { step: selected, by } = useSelection();
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: steps.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const index = steps.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (index >= 0 && by !== 'details') rows.scrollToIndex(index);
  }, [index, by, rows]);
  if (steps.length === 0) return <p className={styles['hint']}>No steps yet.</p>;
  return (
    <div ref={box} className={styles['outline']} style={{ height: Math.min(steps.length * ROW + 4, 420) }}>
      <ul style={{ height: rows.getTotalSize() }} className={styles['list']}>
        {rows.getVirtualItems().map(({ index: at, start }) => {
          const step = steps[at];
          return step === undefined ? null : (
            <li key={step.id} className={styles['row']} style={{ transform: `translateY(${start}px)` }}>
              <StepRow id={step.id} name={step.name} isSelected={step.id === selected} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface StepRowProps {
  readonly id: string;
  readonly name: string;
  readonly isSelected: boolean;
}

function StepRow({ id, name, isSelected }: StepRowProps) {
  const state = useRun((run) => run.steps.get(name)?.state ?? 'pending');
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={isSelected}
      title={name}
      onClick={() => selectStep(id, 'details')}
    >
      <StateMark state={state} isIconOnly />
      <span>{name}</span>
    </button>
  );
}
