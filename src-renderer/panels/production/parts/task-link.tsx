/** Opens the details of a task, whichever view is shown. */
import type { ReactNode } from 'react';
import { showTask } from '../../../store/production/production.ts';
import styles from './parts.module.css';

export interface TaskLinkProps {
  readonly task: string;
  /** Default: its key. */
  readonly children?: ReactNode;
}

export function TaskLink({ task, children }: TaskLinkProps) {
  return (
    <button type="button" className={styles['link']} onClick={() => showTask(task)}>
      {children ?? `task ${shortKey(task)}`}
    </button>
  );
}

/** The keys of the successor are long; their end tells them apart. */
export function shortKey(task: string): string {
  return task.length > 12 ? `…${task.slice(-8)}` : task;
}
