/** The list itself: arrow keys walk it; above some hundreds only the rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import type { ListedProblem } from './problem-list.ts';
import { ProblemRow } from './problem-row.tsx';
import { useProblemView } from './problem-walk.ts';
import styles from './problems.module.css';

/** Up to here all rows are in the page, where the browser's own search finds them. */
const MOST_ROWS = 200;
const USUAL_HEIGHT = 44;

export function ProblemRows({ list }: { readonly list: readonly ListedProblem[] }) {
  const current = useProblemView((state) => state.current);
  const found = list.findIndex(({ key }) => key === current?.key);
  const Rows = list.length > MOST_ROWS ? VirtualRows : AllRows;
  return <Rows list={list} current={found} />;
}

interface RowsProps {
  readonly list: readonly ListedProblem[];
  /** -1: none. */
  readonly current: number;
}

function AllRows({ list, current }: RowsProps) {
  return (
    <div className={styles['scroller']}>
      <ul className={styles['list']} aria-label="Problems">
        {list.map((listed, index) => (
          <li key={listed.key}>
            <ProblemRow
              listed={listed}
              index={index}
              isCurrent={index === current}
              isTabStop={index === Math.max(0, current)}
              length={list.length}
              onWalk={focusRow}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function VirtualRows({ list, current }: RowsProps) {
  const rows = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => rows.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => list[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const tabStop = items.some(({ index }) => index === current) ? current : items[0]?.index;
  const onWalk = useCallback(
    (within: Element | null, to: number) => {
      virtualizer.scrollToIndex(to);
      // The row is there after the next frame.
      requestAnimationFrame(() => focusRow(within, to));
    },
    [virtualizer],
  );
  return (
    <div ref={rows} className={styles['scroller']}>
      <ul className={styles['list']} aria-label="Problems" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const listed = list[index];
          return listed === undefined ? null : (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={list.length}
              aria-posinset={index + 1}
              className={styles['placed']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ProblemRow
                listed={listed}
                index={index}
                isCurrent={index === current}
                isTabStop={index === tabStop}
                length={list.length}
                onWalk={onWalk}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function focusRow(list: Element | null, index: number): void {
  list?.querySelector<HTMLElement>(`button[data-index="${index}"]`)?.focus();
}
