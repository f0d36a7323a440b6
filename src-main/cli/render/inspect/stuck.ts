/** Steps that will never go on by themselves, those of one kind together. */
import type { OperatorAction, StuckPage, StuckStep } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { counted, printable } from '../text.ts';
import { block, numberText, paragraph, stateText, timeText } from './values.ts';

const TITLES: Readonly<Record<StuckStep['kind'], string>> = {
  failed_for_good: 'failed for good: no retry is allowed',
  exhausted: 'failed, and no attempt is left',
  orphaned: 'in progress, but nobody works on it',
  cancelled_parent: 'waits for a parent that was cancelled',
  processed_in_error: 'in error, but marked as processed',
  never_allowed: 'not allowed a single attempt',
  never_begun: 'never begun',
};

/** An unknown kind keeps its own name. */
export function kindTitle(kind: string): string {
  return Object.entries(TITLES).find(([name]) => name === kind)?.[1] ?? kind.replaceAll('_', ' ');
}

export function renderStuck(page: StuckPage, width: number, colours: Colours): readonly string[] {
  const { steps, next, looked } = page;
  const lookedAt = `${numberText(looked)} open ${looked === 1 ? 'task' : 'tasks'} looked at`;
  if (steps.length === 0) return [`${colours.green('✓ Nothing is stuck')} (${lookedAt})`];
  const more = next === null ? '' : '; there are more: --limit';
  return [
    ...byKind(steps).flatMap(([kind, all]) => [
      `${colours.red(colours.bold(kindTitle(kind)))} (${numberText(all.length)})`,
      ...all.flatMap((step) => stuckLines(step, width, colours)),
      '',
    ]),
    `${counted(steps.length, 'finding')} (${lookedAt}${more}). What can be done about one: inspect … task ${printable(steps[0]?.task ?? '')}`,
  ];
}

/** Kinds in the order of their first step. */
function byKind(
  steps: readonly StuckStep[],
): readonly (readonly [StuckStep['kind'], readonly StuckStep[]])[] {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, steps.filter((step) => step.kind === kind)]);
}

function stuckLines(step: StuckStep, width: number, colours: Colours): readonly string[] {
  const { task, namespace, name, taskState, stepName, since, words } = step;
  const what = printable(stepName === null ? 'the whole task' : `step ${stepName}`);
  const whose = printable(`${name} in ${namespace}`);
  return [
    `  task ${colours.bold(printable(task))} ${stateText(taskState)}  ${whose}  ${what}  ${colours.dim(`since ${timeText(since)} UTC`)}`,
    ...paragraph(words, width, '    '),
  ];
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

export const NOTHING_WAS_RUN = 'Text to copy; nothing was run:';

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
