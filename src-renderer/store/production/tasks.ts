/** The list of tasks: what is asked for, what came of it so far, and whether changes are followed. */
import { create } from 'zustand';
import type { ProductionFilter } from './filter.ts';
import { NO_FILTER } from './filter.ts';
import type { Merged } from './merge-rows.ts';
import type { TaskRow, Trouble } from './types.ts';

export type FollowState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  /** `at`: of the last change that was seen; null before the first. */
  | { readonly kind: 'live'; readonly at: string | null }
  /** The database does not answer; it is asked again by itself. */
  | {
      readonly kind: 'trouble';
      readonly trouble: Pick<Trouble, 'message' | 'hint'>;
      readonly againAtMs: number;
    }
  /** Nobody looks at the window. */
  | { readonly kind: 'resting' };

export interface TasksState {
  readonly filter: ProductionFilter;
  /** Newest first; see `MOST_ROWS`. */
  readonly rows: readonly TaskRow[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** Tasks that were looked at for what is in `rows`. */
  readonly looked: number;
  /** The oldest rows were let go: what comes after the last row is no longer what `next` says. */
  readonly isCut: boolean;
  /** What `rows` are of; null before anything was asked. */
  readonly of: string | null;
  readonly follow: FollowState;
}

const NOTHING = { rows: [], next: null, looked: 0, isCut: false, of: null } as const;

export const useTasks = create<TasksState>(() => ({
  filter: NO_FILTER,
  ...NOTHING,
  follow: { kind: 'off' },
}));

export function forgetTasks(): void {
  useTasks.setState({ ...NOTHING, follow: { kind: 'off' } });
}

export function putRows({ rows, dropped }: Merged, change: Partial<TasksState> = {}): void {
  useTasks.setState(({ isCut }) => ({ ...change, rows, isCut: isCut || dropped > 0 }));
}
