/** Steps as text of their own, with their comments, for the clipboard and for copies. */
import { isAlias, visit } from 'yaml';
import { quote } from '../../../quote.ts';
import type { Entry } from '../../place/entries.ts';
import { beginsLine, columnOf, commentsAbove, lineStart } from '../../place/lines.ts';
import { refuse, refuseUnusual } from '../../refusal.ts';
import { behindEntry } from '../../write/block-entries.ts';
import type { StepId } from '../../template-edit.ts';
import type { Step, StepList } from '../step-list.ts';
import { stepOf } from '../step-list.ts';
import type { Workspace } from '../../workspace.ts';

/** Of the items of `step_templates`, in the order of the text. */
export function yamlOf(space: Workspace, steps: StepList, originals: readonly Step[]): string {
  return `${originals.flatMap((step) => linesOfStep(space, steps, step)).join('\n')}\n`;
}

export function inOrder(steps: StepList, ids: readonly StepId[]): readonly Step[] {
  return [...new Set(ids.map((id) => stepOf(steps, id)))].toSorted((a, b) => a.index - b.index);
}

/** Lines that begin with a dash, or a comment above it, in column 0. */
export function linesOfStep(
  { writer: { text } }: Workspace,
  { list }: StepList,
  { item, index, id }: Step,
): readonly string[] {
  if (list === undefined) return [];
  refuseReferences(item, id);
  if (list.isFlow) return [`- ${text.slice(item.valueStart, item.end)}`];
  if (!beginsLine(text, item.start)) refuseUnusual(`The step ${quote(id)}`);
  const column = columnOf(text, item.start);
  const previous = list.entries[index - 1];
  const bound = previous === undefined ? 0 : behindEntry(text, previous);
  const from = commentsAbove(text, lineStart(text, item.start), column, bound);
  const lines = text
    .slice(from, behindEntry(text, item))
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  return lines.map((line) => dedented(line, column));
}

/** Comments may stand further left than what they belong to. */
function dedented(line: string, column: number): string {
  const blanks = /^\uFEFF? */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(blanks, column));
}

function refuseReferences({ node }: Entry, id: string): void {
  if (node === undefined) return;
  let isFound = false;
  visit(node, (_, part) => {
    isFound ||=
      isAlias(part) ||
      (typeof part === 'object' && part !== null && 'anchor' in part && part.anchor !== undefined);
  });
  if (isFound)
    refuse(
      `The step ${quote(id)} has an anchor or an alias.`,
      'Write the values out first; Ruby refuses aliases anyway.',
    );
}
