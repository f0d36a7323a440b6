/** Steps that will never go on by themselves, those of one kind together. */
import type { OperatorAction, StuckPage, StuckStep } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { counted, printable } from '../text.ts';
import { renderColumns } from './columns.ts';
import { block, numberText, paragraph, stateStyle, stateText, timeText, UTC } from './values.ts';

const TITLES: Readonly<Record<StuckStep['kind'], string>> = {
  failed_for_good: 'failed for good: no retry is allowed',
  exhausted: 'failed, and no attempt is left',
  orphaned: 'in progress, but nobody works on it',
  cancelled_parent: 'waits for a parent that was cancelled',
  processed_in_error: 'in error, but marked as processed',
  never_allowed: 'not allowed a single attempt',
  never_begun: 'never begun',
};

const INDENT = '  ';

/** An unknown kind keeps its own name. */
export function kindTitle(kind: string): string {
  return Object.entries(TITLES).find(([name]) => name === kind)?.[1] ?? kind.replaceAll('_', ' ');
}

export function renderStuck(page: StuckPage, width: number, colours: Colours): readonly string[] {
  const { steps, next, looked } = page;
  const lookedAt = `${numberText(looked)} open ${looked === 1 ? 'task' : 'tasks'} looked at`;
  if (steps.length === 0) return [`${colours.green('✓ Nothing is stuck')} (${lookedAt})`];
  const more = next === null ? '' : '; there are more: --limit';
  const perKind = byKind(steps).flatMap(([kind, all]) => [
    `${colours.red(colours.bold(kindTitle(kind)))} (${numberText(all.length)})`,
    ...stuckLines(all, width, colours),
    '',
  ]);
  const hint = `What can be done about one: inspect … task ${printable(steps[0]?.task ?? '')}`;
  return [...perKind, `${counted(steps.length, 'finding')} (${lookedAt}${more}). ${hint}`];
}

/** Kinds in the order of their first step. */
function byKind(
  steps: readonly StuckStep[],
): readonly (readonly [StuckStep['kind'], readonly StuckStep[]])[] {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, steps.filter((step) => step.kind === kind)]);
}

/** A row each, with the sentence about it below. */
function stuckLines(steps: readonly StuckStep[], width: number, colours: Colours): readonly string[] {
  const [head = '', ...rows] = renderColumns(
    [
      { title: 'Task', align: 'right', cells: steps.map(({ task }) => task) },
      {
        title: 'State',
        cells: steps.map(({ taskState }) => stateText(taskState)),
        paint: (row) => stateStyle(steps[row]?.taskState ?? '').paint(colours),
      },
      { title: 'Step', cells: steps.map(({ stepName }) => stepName ?? 'the whole task'), isFlexible: true },
      { title: 'Name', cells: steps.map(({ name }) => name), isFlexible: true },
      { title: 'Namespace', cells: steps.map(({ namespace }) => namespace), isFlexible: true },
      { title: `Since ${UTC}`, cells: steps.map(({ since }) => timeText(since)) },
    ],
    width - INDENT.length,
    colours,
  );
  const sentences = steps.map(({ words }) => paragraph(words, width, INDENT.repeat(3)).map(colours.dim));
  return [INDENT + head, ...rows.flatMap((row, index) => [INDENT + row, ...(sentences[index] ?? [])])];
}

/** Of one task: why, and what an operator might do. */
export function renderReasons(
  stuck: readonly StuckStep[],
  width: number,
  colours: Colours,
): readonly string[] {
  return stuck.flatMap(({ kind, stepName, since, words, actions }) => [
    `  ${colours.red(`${printable(stepName ?? 'the whole task')}: ${kindTitle(kind)}`)}${colours.dim(`, since ${timeText(since)} UTC`)}`,
    ...paragraph(words, width, '    '),
    ...renderActions(actions, width, colours, '    '),
  ]);
}

const NOTHING_WAS_RUN = 'Text to copy; nothing was run:';

export function renderActions(
  actions: readonly OperatorAction[],
  width: number,
  colours: Colours,
  indent: string,
): readonly string[] {
  if (actions.length === 0) return [];
  return [
    `${indent}${colours.yellow(NOTHING_WAS_RUN)}`,
    ...actions.flatMap(({ title, text, words }) => [
      `${indent}  ${colours.bold(printable(title))}`,
      ...paragraph(words, width, `${indent}  `),
      ...block(text, `${indent}    `),
    ]),
  ];
}
