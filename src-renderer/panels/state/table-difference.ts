/** What differs between the rows of a table at two moments. Pure. */
import type { TableRows } from '../../../src-engine/api/contract/lab-schemas.ts';

export interface ShownRow {
  readonly key: string;
  readonly cells: readonly { readonly text: string; readonly before: string | null }[];
  readonly kind: 'same' | 'changed' | 'added' | 'gone';
}

/** Rows by their keys; `before` null shows no difference. */
export function differenceOf(now: TableRows, before: TableRows | null): readonly ShownRow[] {
  const old = new Map((before?.rows ?? []).map((row) => [keyOf(now, row), row]));
  const rows = now.rows.map((row): ShownRow => {
    const key = keyOf(now, row);
    const was = old.get(key);
    old.delete(key);
    if (before === null)
      return { key, kind: 'same', cells: row.map((value) => ({ text: textOf(value), before: null })) };
    if (was === undefined)
      return { key, kind: 'added', cells: row.map((value) => ({ text: textOf(value), before: null })) };
    const cells = row.map((value, index) => {
      const [text, other] = [textOf(value), textOf(was[index])];
      return { text, before: text === other ? null : other };
    });
    return { key, cells, kind: cells.some((cell) => cell.before !== null) ? 'changed' : 'same' };
  });
  const gone = [...old].map(([key, row]): ShownRow => ({
    key,
    kind: 'gone',
    cells: row.map((value) => ({ text: textOf(value), before: null })),
  }));
  return [...rows, ...gone];
}

export function changedRows(rows: readonly ShownRow[]): number {
  return rows.filter(({ kind }) => kind !== 'same').length;
}

function keyOf({ key, columns }: TableRows, row: readonly unknown[]): string {
  return key.map((column) => textOf(row[columns.indexOf(column)])).join(' ');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '∅';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
