/** Tasks as a table, and one that changed as a line. */
import type { TaskPage, TaskRow } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { counted, printable } from '../text.ts';
import { renderColumns } from './columns.ts';
import {
  laterText,
  numberText,
  stateCounts,
  stateSigns,
  stateStyle,
  stateText,
  timeText,
  UTC,
} from './values.ts';

export function renderTasks(
  page: TaskPage,
  width: number,
  colours: Colours,
  order: 'newest' | 'oldest' = 'newest',
): readonly string[] {
  const { rows, next, looked } = page;
  const lookedAt = `${numberText(looked)} looked at`;
  if (rows.length === 0) return [`No task is like that (${lookedAt}).`];
  const more = next === null ? 'these are all' : 'there are more: --limit';
  return [
    ...renderColumns(
      [
        { title: 'Task', align: 'right', cells: rows.map(({ task }) => task) },
        {
          title: 'State',
          cells: rows.map(({ state }) => stateText(state)),
          paint: (row) => stateStyle(rows[row]?.state ?? '').paint(colours),
        },
        { title: 'Name', cells: rows.map(({ name }) => name), isFlexible: true },
        { title: 'Version', cells: rows.map(({ version }) => version), isFlexible: true },
        { title: 'Namespace', cells: rows.map(({ namespace }) => namespace), isFlexible: true },
        { title: `Created ${UTC}`, cells: rows.map(({ createdAt }) => timeText(createdAt)) },
        {
          title: 'Changed',
          align: 'right',
          cells: rows.map(({ changedAt, createdAt }) => laterText(changedAt, createdAt)),
        },
        { title: 'Steps', cells: rows.map(({ steps }) => stateSigns(steps)) },
      ],
      width,
      colours,
    ),
    '',
    `${counted(rows.length, 'task')}, the ${order} first (${lookedAt}; ${more})`,
  ];
}

/** As they come, each on a line of its own: nobody knows how wide the next one is. */
export function renderChanges(rows: readonly TaskRow[], colours: Colours): readonly string[] {
  return rows.map(({ task, namespace, name, version, state, changedAt, steps }) => {
    const what = printable(`${name} ${version} in ${namespace}`);
    const painted = stateStyle(state).paint(colours)(stateText(state));
    const counts = steps.length === 0 ? '' : `  ${colours.dim(printable(stateCounts(steps)))}`;
    return `${timeText(changedAt)}  ${colours.bold(printable(task))}  ${painted}  ${what}${counts}`;
  });
}
