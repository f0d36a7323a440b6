/** The tasks of the database, newest first. */
import { ListFilter, RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { listKey, listMoreTasks, listTasks, taskPage } from '../../../production/list-tasks.ts';
import { filterWords, isFiltering } from '../../../store/production/filter.ts';
import { MOST_ROWS } from '../../../store/production/merge-rows.ts';
import { openConnection, useProduction } from '../../../store/production/production.ts';
import { useTasks } from '../../../store/production/tasks.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import parts from '../parts/parts.module.css';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FollowToggle } from './follow-toggle.tsx';
import { TaskList } from './task-list.tsx';
import styles from './tasks.module.css';

export function Tasks() {
  const connection = useProduction(openConnection);
  const filter = useTasks((state) => state.filter);
  const isEmpty = useTasks(({ rows, of }) => rows.length === 0 && of !== null);
  const { isBusy, failure } = taskPage.use();
  const wanted = listKey(connection, filter);
  useEffect(() => {
    if (connection !== null && useTasks.getState().of !== wanted) void listTasks();
    return () => taskPage.leave();
  }, [connection, wanted]);
  return (
    <div className={parts['page']} aria-busy={isBusy}>
      <FilterBar />
      <div className={parts['bar']}>
        <FollowToggle />
        <Button icon={RefreshCw} disabled={isBusy || connection === null} onClick={() => void listTasks()}>
          Refresh
        </Button>
        <Reach />
      </div>
      <TroubleNote trouble={failure} onAgain={() => void listTasks()} />
      <div className={styles['body']}>
        {isEmpty && !isBusy ? (
          <EmptyState
            icon={ListFilter}
            title="No task fits, as far as was looked"
            text={isFiltering(filter) ? `Looked for ${filterWords(filter)}.` : undefined}
          />
        ) : (
          <TaskList />
        )}
      </div>
    </div>
  );
}

/** How many there are, how far was looked, and the way on. */
function Reach() {
  const { rows, next, looked, isCut, of } = useTasks();
  const { isBusy } = taskPage.use();
  const isFull = isCut || rows.length >= MOST_ROWS;
  return (
    <>
      <output className={styles['reach']}>
        {of === null && isBusy && 'Reading…'}
        {of !== null && `${rows.length.toLocaleString('en')} shown, ${lookedWords(looked, next)}`}
        {isFull &&
          ` At most ${MOST_ROWS.toLocaleString('en')} are kept: narrow the filter down to see older ones.`}
      </output>
      {next !== null && !isFull && (
        <Button disabled={isBusy} onClick={() => void listMoreTasks()}>
          {isBusy ? 'Reading…' : 'Load more'}
        </Button>
      )}
    </>
  );
}

function lookedWords(looked: number, next: string | null): string {
  const tasks = looked.toLocaleString('en');
  return next === null ? `all ${tasks} looked at.` : `the newest ${tasks} looked at.`;
}
