/** Puts written steps into the list of a template, as its neighbours stand there. */
import type { JsonObject } from '../../../template.ts';
import type { Collection, Entry } from '../../place/entries.ts';
import {
  beginsLine,
  blanksAbove,
  blanksBelow,
  columnOf,
  commentsAbove,
  countLines,
  lineStart,
} from '../../place/lines.ts';
import { collectionOf } from '../../place/entries.ts';
import { refuseUnusual } from '../../refusal.ts';
import { positionOf, TEMPLATE_KEYS } from '../../values/key-order.ts';
import { behindEntry, insertBlock, keepsBreaks } from '../../write/block-entries.ts';
import { gapOf, insertItems, insertPairs } from '../../write/change-entries.ts';
import { setEntry, setEntryLines } from '../../write/set-entry.ts';
import type { Prefer } from '../../write/value-text.ts';
import { flowText, itemLines } from '../../write/value-text.ts';
import type { DependencyStyle } from '../neighbours.ts';
import { preferOf } from '../neighbours.ts';
import type { StepList } from '../step-list.ts';
import type { Workspace } from '../../workspace.ts';

/** A step as lines that begin with a dash in column 0, and as a value for where lines have no place. */
export interface WrittenStep {
  readonly lines: readonly string[];
  readonly value: JsonObject;
  /** It ends with a block scalar that makes blank lines behind it its own. */
  readonly keepsBreaks?: boolean;
}

/** As the last step is written, or the one before the given position. */
export function writeStep(
  space: Workspace,
  steps: StepList,
  value: JsonObject,
  { isFlow }: DependencyStyle,
): WrittenStep {
  const { list } = steps;
  const prefer = preferOf(steps);
  const isFlowMap = collectionOf(list?.entries.at(-1)?.node)?.isFlow === true;
  const style = { ...space.style, flowLists: isFlow };
  const gap = list === undefined || list.isFlow ? 2 : gapOf(space.writer, list);
  const lines = isFlowMap
    ? [`- ${flowText(value, style, prefer)}`]
    : itemLines(value, 0, style, prefer, undefined, gap);
  return { lines, value };
}

/** `position`: how many entries of the list stand before the new ones. */
export function insertSteps(
  space: Workspace,
  { list, entry, ...rest }: StepList,
  position: number,
  written: readonly WrittenStep[],
): void {
  const { writer, root, style } = space;
  const values = written.map(({ value }) => value);
  const prefer = preferOf({ list, entry, ...rest });
  if (root === undefined) {
    const lines = ['step_templates:', ...written.flatMap(({ lines }) => shifted(lines, style.listIndent))];
    writer.insertLines(writer.text.length, lines);
  } else if (entry === undefined) insertKey(space, root, written, prefer);
  else if (list !== undefined && (list.entries.length > 0 || root.isFlow || hasComment(writer.text, list))) {
    if (list.isFlow) insertItems(writer, list, position, values, style, prefer);
    else insertIntoBlock(space, list, position, written);
  } else if (root.isFlow) setEntry(writer, root, entry, values, style, prefer);
  else {
    const column = columnOf(writer.text, entry.start) + style.listIndent;
    setEntryLines(
      writer,
      entry,
      written.flatMap(({ lines }) => shifted(lines, column)),
    );
  }
}

function hasComment(text: string, { start, end }: Collection): boolean {
  return text.slice(start, end).includes('#');
}

function insertKey(
  { writer, style }: Workspace,
  root: Collection,
  written: readonly WrittenStep[],
  prefer: Prefer,
): void {
  const position = positionOf(root, 'step_templates', TEMPLATE_KEYS);
  if (root.isFlow) {
    const value = written.map((step) => step.value);
    insertPairs(writer, root, position, [{ key: 'step_templates', value }], style, prefer);
    return;
  }
  if (root.entries.some(({ isOdd }) => isOdd)) refuseUnusual('The file');
  const column = columnOf(writer.text, root.start);
  const items = written.flatMap(({ lines }) => shifted(lines, column + style.listIndent));
  insertBlock(writer, root, position, [`${' '.repeat(column)}step_templates:`, ...items]);
}

function insertIntoBlock(
  { writer }: Workspace,
  list: Collection,
  position: number,
  written: readonly WrittenStep[],
): void {
  const { text } = writer;
  const before = list.entries[position - 1];
  const column = columnOf(text, list.start);
  const blanks = before === undefined ? 0 : blanksBetween(text, list.entries, position);
  const gap = Array.from({ length: blanks }, () => '');
  let isOpen = keepsBreaks(before);
  const lines: string[] = [];
  for (const step of written) {
    lines.push(...(isOpen ? [] : gap), ...shifted(step.lines, column));
    isOpen = step.keepsBreaks === true;
  }
  const behind = before === undefined ? text.length : behindEntry(text, before);
  if (isOpen) writer.remove(behind, blanksBelow(text, behind));
  const isLastLine = behind === text.length && !text.endsWith('\n');
  insertBlock(writer, list, position, isOpen && isLastLine ? [...lines, ''] : lines);
}

/** Blank lines between the steps before the position, else between the first two. */
function blanksBetween(text: string, entries: readonly Entry[], position: number): number {
  const index = Math.min(Math.max(position - 1, 1), entries.length - 1);
  const [above, entry] = [entries[index - 1], entries[index]];
  if (above === undefined || entry === undefined || !beginsLine(text, entry.start)) return 0;
  const bound = behindEntry(text, above);
  const top = commentsAbove(text, lineStart(text, entry.start), columnOf(text, entry.start), bound);
  return countLines(text, blanksAbove(text, top, bound), top);
}

/** Empty lines stay empty; lines of blanks may belong to a block scalar. */
export function shifted(lines: readonly string[], column: number): readonly string[] {
  const indent = ' '.repeat(column);
  return lines.map((line) => (line === '' ? '' : indent + line));
}
