/** Rows as a table; what changed is marked by a sign and a colour, and says what it was. Only the rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import styles from './state.module.css';
import type { ShownRow } from './table-difference.ts';

const ROW = 24;
const SIGNS = { same: '', changed: '~', added: '+', gone: '−' } as const;
const WORDS = { same: 'unchanged', changed: 'changed', added: 'new', gone: 'gone' } as const;

export interface TableViewProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly ShownRow[];
}

export function TableView({ name, columns, rows }: TableViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div
      ref={scroller}
      className={styles['scroller']}
      tabIndex={0}
      role="region"
      aria-label={`Rows of ${name}`}
    >
      <table className={styles['table']} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th aria-label="Change" />
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden />}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : <Row key={row.key} row={row} columns={columns} />;
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, columns }: { readonly row: ShownRow; readonly columns: readonly string[] }) {
  return (
    <tr data-kind={row.kind}>
      <td title={WORDS[row.kind]}>
        <span aria-hidden>{SIGNS[row.kind]}</span>
        <span className="unseen">{WORDS[row.kind]}</span>
      </td>
      {row.cells.map(({ text, before }, index) => (
        <td
          key={columns[index] ?? index}
          data-changed={before !== null}
          title={before === null ? text : `was ${before}`}
        >
          {text}
        </td>
      ))}
    </tr>
  );
}
