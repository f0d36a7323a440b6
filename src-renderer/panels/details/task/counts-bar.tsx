/** How many steps are in which state: a bar, and the same in words below it. */
import type { TaskView } from '../../../../src-engine/api/contract/run-schemas.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { stateLook } from '../../../ui/state/step-state.ts';
import styles from './task.module.css';

export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** As SQL counts them; what is in none of its counts (cancelled, for one) is `other`. Pure. */
export function stateCounts(task: TaskView): readonly StateCount[] {
  const counted: readonly StateCount[] = [
    { state: 'complete', count: task.completed_steps },
    { state: 'in_progress', count: task.in_progress_steps },
    { state: 'error', count: task.failed_steps },
    { state: 'pending', count: task.pending_steps },
  ];
  const rest = task.total_steps - counted.reduce((sum, { count }) => sum + count, 0);
  return [...counted, { state: 'other', count: Math.max(0, rest) }].filter(({ count }) => count > 0);
}

export function CountsBar({ task }: { readonly task: TaskView }) {
  const counts = stateCounts(task);
  return (
    <>
      <div className={styles['bar']} aria-hidden>
        {counts.map(({ state, count }) => (
          <span key={state} style={{ flexGrow: count, background: `var(${stateLook(state).colour})` }} />
        ))}
      </div>
      <ul className={styles['legend']}>
        {counts.map(({ state, count }) => (
          <li key={state}>
            <StateMark state={state} size={13} />
            {count.toLocaleString('en')}
          </li>
        ))}
      </ul>
    </>
  );
}
