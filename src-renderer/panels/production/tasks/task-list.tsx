/** The rows of the tasks: only those in sight exist; arrow keys walk, Enter opens. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { showTask, useProduction } from '../../../store/production/production.ts';
import { useTasks } from '../../../store/production/tasks.ts';
import type { TaskRow } from '../../../store/production/types.ts';
import { rowForKey } from '../../events/list/row-keys.ts';
import { rowId, TaskRowView } from './task-row.tsx';
import styles from './tasks.module.css';

const ROW = 28;
const HEADING = 26;
const COLUMNS = ['Task', 'State', 'Name', 'Namespace', 'Version', 'Steps', 'Created', 'Changed'] as const;

export function TaskList() {
  const rows = useTasks((state) => state.rows);
  const opened = useProduction((state) => state.task);
  const [walked, setWalked] = useState<string | null>(null);
  const scroller = useRef<HTMLTableElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEADING,
    scrollMargin: HEADING,
  });
  useSteadyRows(scroller, rows);
  const active = walked ?? opened;
  const current = active === null ? -1 : rows.findIndex(({ task }) => task === active);
  const onKeyDown = (press: KeyboardEvent<HTMLElement>): void => {
    if (press.ctrlKey || press.altKey || press.metaKey) return;
    const page = Math.max(1, Math.floor((press.currentTarget.clientHeight - HEADING) / ROW) - 1);
    const next = rowForKey(press.key, current, rows.length, page);
    if (press.key === 'Enter' && current >= 0) showTask(active);
    else if (next !== null) {
      setWalked(rows[next]?.task ?? null);
      virtualizer.scrollToIndex(next, { align: 'auto' });
    } else return;
    press.preventDefault();
    press.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-task]') : null;
    if (row === null) return;
    setWalked(null);
    showTask(row.dataset['task'] ?? null);
  };
  const shown = virtualizer.getVirtualItems();
  const isDrawn = shown.some(({ index }) => index === current);
  return (
    <table
      ref={scroller}
      id="production-tasks"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table may be a grid
      role="grid"
      aria-label="Tasks in production"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={isDrawn && active !== null ? rowId(active) : undefined}
      tabIndex={0}
      className={styles['list']}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <thead className={styles['heading']}>
        <tr aria-rowindex={1} className={styles['columns']}>
          {COLUMNS.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <TaskRowView
              key={row.task}
              row={row}
              top={start - HEADING}
              rowIndex={index + 2}
              isActive={row.task === active}
            />
          );
        })}
      </tbody>
    </table>
  );
}

/** New tasks come in on top: whoever has scrolled down goes on seeing what he read. */
function useSteadyRows(box: RefObject<HTMLElement | null>, rows: readonly TaskRow[]): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const scroller = box.current;
    const known = before.current;
    before.current = rows;
    if (scroller === null || known === rows || scroller.scrollTop < ROW) return;
    const place = Math.floor(scroller.scrollTop / ROW);
    const first = known[place]?.task;
    const now = first === undefined ? -1 : rows.findIndex(({ task }) => task === first);
    if (now >= 0 && now !== place) scroller.scrollBy({ top: (now - place) * ROW });
  }, [box, rows]);
}
