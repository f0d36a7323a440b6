/** A task as a row of the list. */
import { memo } from 'react';
import type { TaskRow } from '../../../store/production/types.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { stateLook } from '../../../ui/state/step-state.ts';
import { shortKey } from '../parts/task-link.tsx';
import { When } from '../parts/when.tsx';
import { barParts, stepWords } from './step-counts.ts';
import styles from './tasks.module.css';

export interface TaskRowViewProps {
  readonly row: TaskRow;
  readonly top: number;
  readonly rowIndex: number;
  readonly isActive: boolean;
}

export function rowId(task: string): string {
  return `production-task-${task}`;
}

export const TaskRowView = memo(function TaskRowView({ row, top, rowIndex, isActive }: TaskRowViewProps) {
  const { task, state, name, namespace, version, steps, createdAt, changedAt } = row;
  const words = stepWords(steps);
  return (
    <tr
      id={rowId(task)}
      data-task={task}
      aria-rowindex={rowIndex}
      aria-selected={isActive}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td title={task}>{shortKey(task)}</td>
      <td>
        <StateMark state={state} size={14} />
      </td>
      <td title={name} className={styles['name']}>
        {name}
      </td>
      <td title={namespace}>{namespace}</td>
      <td>{version}</td>
      <td className={styles['steps']} title={words}>
        <span className={styles['meter']} aria-hidden>
          {barParts(steps).map((part) => (
            <i
              key={part.state}
              style={{ width: `${part.share}%`, background: `var(${stateLook(part.state).colour})` }}
            />
          ))}
        </span>
        <span className={styles['words']}>{words}</span>
      </td>
      <td>
        <When at={createdAt} />
      </td>
      <td>
        <When at={changedAt} />
      </td>
    </tr>
  );
});
