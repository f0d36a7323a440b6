/** The rows of the log: only those in sight exist, the newest is kept in sight, arrow keys walk. */
import type { KeyboardEvent, MouseEvent } from 'react';
import type { RunState } from '../../../store/run/run.ts';
import { useRun } from '../../../store/run/run.ts';
import { stepOf } from '../../../store/run/step-fold.ts';
import { clearSelection, selectEvent, selectStep, useSelection } from '../../../store/selection.ts';
import { useEventView } from '../log/event-view.ts';
import { rowOf } from '../log/filtered-log.ts';
import styles from './event-list.module.css';
import type { EventRowProps } from './event-row.tsx';
import { EventRow, rowId } from './event-row.tsx';
import { rowForKey } from './row-keys.ts';
import { HEADING, ROW, useRows } from './use-rows.ts';

const COLUMNS = ['#', 'Time', 'Δ', 'Event', 'Step', 'Attempt', 'Message'] as const;

export function EventList() {
  const { rows, rowCount, active } = useEventView();
  const current = active === null ? -1 : rowOf(rows, rowCount, active - 1);
  const { scroller, virtualizer, onScroll, reveal } = useRows(rowCount, current);
  const onKeyDown = (press: KeyboardEvent<HTMLElement>): void => {
    const page = Math.floor((press.currentTarget.clientHeight - HEADING) / ROW) - 1;
    if (press.ctrlKey || press.altKey || press.metaKey || !act(press.key, page, reveal)) return;
    press.preventDefault();
    press.stopPropagation();
  };
  return (
    <table
      ref={scroller}
      id="events"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table may be a grid
      role="grid"
      aria-label="Events of the run"
      aria-rowcount={rowCount + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={current < 0 || active === null ? undefined : rowId(active)}
      tabIndex={0}
      className={styles['list']}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={selectClicked}
    >
      <Heading />
      <tbody className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <RowAt key={rows[index] ?? index} index={index} place={rows[index] ?? -1} top={start - HEADING} />
        ))}
      </tbody>
    </table>
  );
}

function Heading() {
  return (
    <thead className={styles['heading']}>
      <tr aria-rowindex={1} className={styles['columns']}>
        {COLUMNS.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowAtProps {
  /** Among the rows. */
  readonly index: number;
  /** In the log. */
  readonly place: number;
  readonly top: number;
}

function RowAt({ index, place, top }: RowAtProps) {
  const events = useRun((state) => state.events);
  const startedAt = useRun((state) => state.view?.startedAt ?? '');
  const event = events[place];
  const step = event === undefined ? null : stepOf(event);
  const isActive = useEventView((state) => state.active === place + 1);
  const isRelated = useSelection((state) => state.step !== null && state.step === step);
  const when = useRun((state) => whenOf(state, place + 1));
  if (event === undefined) return null;
  return (
    <EventRow
      event={event}
      before={events[place - 1]}
      startedAt={startedAt}
      top={top}
      rowIndex={index + 2}
      isActive={isActive}
      isRelated={isRelated}
      when={when}
    />
  );
}

function whenOf({ moment, shown }: RunState, seq: number): EventRowProps['when'] {
  if (moment === null || seq < shown) return 'before';
  return seq === shown ? 'moment' : 'later';
}

/** One listener for all rows. */
function selectClicked({ target }: MouseEvent): void {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-seq]') : null;
  if (row !== null) select(Number(row.dataset['seq']));
}

/** Whether the key means something here. */
function act(key: string, page: number, reveal: (row: number) => void): boolean {
  const { rows, rowCount, active } = useEventView.getState();
  if (key === 'Escape') return escape(active);
  if (key === 'Enter') return goToStepOf(active);
  const current = active === null ? -1 : rowOf(rows, rowCount, active - 1);
  const row = rowForKey(key, current, rowCount, Math.max(1, page));
  const place = row === null ? undefined : rows[row];
  if (row === null || place === undefined) return false;
  select(place + 1);
  reveal(row);
  return true;
}

function select(seq: number): void {
  const event = useRun.getState().events[seq - 1];
  if (event !== undefined) selectEvent(seq, stepOf(event), 'events');
}

function escape(active: number | null): boolean {
  if (active === null && useSelection.getState().step === null) return false;
  clearSelection();
  return true;
}

function goToStepOf(active: number | null): boolean {
  const event = active === null ? undefined : useRun.getState().events[active - 1];
  const step = event === undefined ? null : stepOf(event);
  if (step !== null) selectStep(step, 'events');
  return step !== null;
}
