/** A table of any texts. Cells are other people's: whatever could move the cursor is replaced here, once for all tables. */
import type { Colours } from '../../io.ts';
import { cut, padEnd, padStart, printable, textWidth } from '../text.ts';

export interface Column {
  readonly title: string;
  readonly cells: readonly string[];
  readonly align?: 'right';
  /** May be cut when the table is too wide. */
  readonly isFlexible?: boolean;
  readonly paint?: (row: number) => (text: string) => string;
}

const GAP = '  ';
/** A flexible column is never cut below. */
const NARROWEST = 8;

export function renderColumns(
  columns: readonly Column[],
  width: number,
  colours: Colours,
): readonly string[] {
  const safe = columns.map((column) => ({ ...column, cells: column.cells.map(printable) }));
  const widths = columnWidths(safe, width);
  const rows = safe[0]?.cells.length ?? 0;
  const head = safe.map((column, index) => fit(column.title, widths[index] ?? 0, column));
  return [
    colours.bold(head.join(GAP).trimEnd()),
    ...Array.from({ length: rows }, (_, row) => {
      const cells = safe.map((column, index) => {
        const cell = fit(column.cells[row] ?? '', widths[index] ?? 0, column);
        // Without a colour behind its text the last cell ends with the text.
        const text = index === safe.length - 1 ? cell.trimEnd() : cell;
        return column.paint === undefined ? text : column.paint(row)(text);
      });
      return cells.join(GAP).trimEnd();
    }),
  ];
}

/** What is too much is taken from the widest of the flexible columns, again and again. */
function columnWidths(columns: readonly Column[], width: number): readonly number[] {
  const widths = columns.map(({ title, cells }) =>
    cells.reduce((widest, cell) => Math.max(widest, textWidth(cell)), textWidth(title)),
  );
  const gaps = GAP.length * (columns.length - 1);
  const total = (): number => widths.reduce((sum, each) => sum + each, gaps);
  for (let over = total() - width; over > 0; over = total() - width) {
    const flexible = columns.flatMap(({ isFlexible }, index) =>
      isFlexible === true && (widths[index] ?? 0) > NARROWEST ? [index] : [],
    );
    const ordered = flexible.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    const [first, second] = ordered;
    if (first === undefined) break;
    const widest = widths[first] ?? 0;
    const next = Math.max(NARROWEST, second === undefined ? NARROWEST : (widths[second] ?? 0));
    // Down to the next widest, or by one where both are the same.
    widths[first] = Math.max(widest - over, Math.min(next, widest - 1));
  }
  return widths;
}

function fit(text: string, width: number, { align }: Pick<Column, 'align'>): string {
  const short = cut(text, width);
  return align === 'right' ? padStart(short, width) : padEnd(short, width);
}
