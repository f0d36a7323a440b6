/** The overview: how many tasks there are in which state, what came and went, what is slow, what is stuck. */
import type { Overview } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { formatDuration } from '../duration.ts';
import { counted, printable } from '../text.ts';
import { bar } from './chart.ts';
import { renderColumns } from './columns.ts';
import { kindTitle } from './stuck.ts';
import { renderThroughput } from './throughput.ts';
import {
  inParagraphs,
  numberText,
  paragraph,
  stateSigns,
  stateStyle,
  stateText,
  timeText,
} from './values.ts';

const BAR_WIDTH = 30;
const MOST_SLOW = 10;

export function renderOverview(overview: Overview, width: number, colours: Colours): readonly string[] {
  return inParagraphs([
    [headline(overview, colours), ...states(overview, width, colours)],
    namespaces(overview, width, colours),
    renderThroughput(overview, width, colours),
    steps(overview, width, colours),
    slowSteps(overview, width, colours),
    stuck(overview, width, colours),
  ]);
}

function headline({ at, looked, estimatedTasks }: Overview, colours: Colours): string {
  const which = looked.isAll
    ? counted(looked.tasks, 'task').replace(/^\d+/, numberText(looked.tasks))
    : `the newest ${numberText(looked.tasks)} of about ${numberText(estimatedTasks)} tasks`;
  return `${colours.bold('Tasks')}: ${which}, as of ${timeText(at)} UTC`;
}

function states({ states: counts }: Overview, width: number, colours: Colours): readonly string[] {
  if (counts.length === 0) return ['  There are none.'];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...counts.map(({ count }) => count));
  const paint = (row: number) => stateStyle(counts[row]?.state ?? '').paint(colours);
  return renderColumns(
    [
      { title: 'State', cells: counts.map(({ state }) => stateText(state)), isFlexible: true, paint },
      { title: 'Tasks', align: 'right', cells: counts.map(({ count }) => numberText(count)) },
      { title: '', align: 'right', cells: counts.map(({ count }) => share(count, all)) },
      { title: '', cells: counts.map(({ count }) => bar(count, most, BAR_WIDTH)), isFlexible: true, paint },
    ],
    width,
    colours,
  );
}

function share(count: number, all: number): string {
  return all === 0 ? '' : `${((count / all) * 100).toFixed(1)} %`;
}

function namespaces({ namespaces: all }: Overview, width: number, colours: Colours): readonly string[] {
  if (all.length === 0) return [];
  return renderColumns(
    [
      { title: 'Namespace', cells: all.map(({ namespace }) => namespace), isFlexible: true },
      { title: 'Tasks', align: 'right', cells: all.map(({ tasks }) => numberText(tasks)) },
      { title: 'States', cells: all.map(({ states: counts }) => stateSigns(counts)), isFlexible: true },
    ],
    width,
    colours,
  );
}

function steps({ steps: counts }: Overview, width: number, colours: Colours): readonly string[] {
  const { tasks, steps: all, retried, retries, failed } = counts;
  const text =
    `${numberText(all)} of the newest ${numberText(tasks)} tasks; ${numberText(retried)} were tried more than once ` +
    `(${numberText(retries)} attempts beyond the first), ${numberText(failed)} are in error now.`;
  return [colours.bold('Steps'), ...paragraph(text, width, '  ')];
}

function slowSteps({ slowSteps: all }: Overview, width: number, colours: Colours): readonly string[] {
  if (all.length === 0) return [];
  const slowest = all.slice(0, MOST_SLOW);
  return renderColumns(
    [
      { title: 'Slow steps', cells: slowest.map(({ step }) => step), isFlexible: true },
      { title: 'Task', cells: slowest.map(({ name, version }) => `${name} ${version}`), isFlexible: true },
      { title: 'Runs', align: 'right', cells: slowest.map(({ runs }) => numberText(runs)) },
      { title: 'Median', align: 'right', cells: slowest.map(({ medianMs }) => formatDuration(medianMs)) },
      { title: '95 %', align: 'right', cells: slowest.map(({ p95Ms }) => formatDuration(p95Ms)) },
      { title: 'Longest', align: 'right', cells: slowest.map(({ maxMs }) => formatDuration(maxMs)) },
      { title: 'In task', align: 'right', cells: slowest.map(({ slowestTask }) => slowestTask) },
    ],
    width,
    colours,
  );
}

function stuck({ stuck: found }: Overview, width: number, colours: Colours): readonly string[] {
  const where = found.isAll ? 'among the open tasks' : 'among the oldest open tasks';
  if (found.kinds.every(({ count }) => count === 0)) {
    return [`${colours.green('✓ Nothing is stuck')} ${where}`];
  }
  return [
    `${colours.red(colours.bold('Stuck'))} ${where}; what can be done: inspect … stuck`,
    ...found.kinds.map(
      ({ kind, count }) => `  ${numberText(count).padStart(6)}  ${printable(kindTitle(kind))}`,
    ),
    ...oldest(found, width),
  ];
}

function oldest({ oldest: step }: Overview['stuck'], width: number): readonly string[] {
  if (step === null) return [];
  const name = step.stepName === null ? '' : `, step ${step.stepName}`;
  const text = `The longest: task ${step.task} (${step.name})${name}, since ${timeText(step.since)} UTC. ${step.words}`;
  return paragraph(text, width, '  ');
}
