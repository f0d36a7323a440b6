/** Sizes of the sources per folder against the budgets we set ourselves. */
import { posix } from 'node:path';
import { isTest, lineCount } from './source-rules.mjs';

/** Lines at the middle and at nine tenths, and files of one folder. */
const BUDGETS = {
  typescript: { median: 80, p90: 220 },
  sql: { median: 60, p90: 150 },
  test: { median: 100, p90: 250 },
};
const MOST_FILES = 12;

/** A table with one line per folder; what is over its budget is marked with an exclamation mark. */
export function sizeReport(files) {
  const folders = Map.groupBy?.(files, folderOf) ?? groupBy(files, folderOf);
  const rows = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, members]) => row(folder, members));
  const heads = ['folder', 'files', 'median', 'p90', 'longest', 'comments'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((cells) => cells[column].length)),
  );
  return [heads, ...rows]
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(folder, files) {
  const lines = files.map((file) => lineCount(file.text)).sort((a, b) => a - b);
  const budget =
    BUDGETS[files[0].path.endsWith('.sql') ? 'sql' : isTest(files[0].path) ? 'test' : 'typescript'];
  const comments = files.reduce((sum, file) => sum + commentLines(file.text), 0);
  const share = Math.round(
    (100 * comments) /
      Math.max(
        1,
        lines.reduce((sum, count) => sum + count, 0),
      ),
  );
  return [
    folder,
    marked(files.length, MOST_FILES),
    marked(quantile(lines, 0.5), budget.median),
    marked(quantile(lines, 0.9), budget.p90),
    String(lines.at(-1)),
    `${share}%${share < 5 || share > 30 ? '!' : ''}`,
  ];
}

function marked(value, limit) {
  return `${value}${value > limit ? '!' : ''}`;
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function commentLines(text) {
  return text.split('\n').filter((line) => /^\s*(?:\/\/|\/?\*|--)/.test(line)).length;
}

function folderOf(file) {
  return posix.dirname(file.path);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
