/** One task: what it is, its steps, what happened, what is unusual, and why it does not go on. */
import type { ProductionStep, TaskDetail } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { cut, printable } from '../text.ts';
import { renderColumns } from './columns.ts';
import { jsonText } from './json.ts';
import { renderActions, renderReasons } from './stuck.ts';
import { block, inParagraphs, paragraph, sizeText, stateStyle, stateText, timeText, UTC } from './values.ts';

/** The whole of it is in --json. */
const MOST_CONTEXT_LINES = 30;
const MOST_EVENTS = 40;

export function renderTask(detail: TaskDetail, width: number, colours: Colours): readonly string[] {
  const { stuck, actions, template } = detail;
  const said = new Set(stuck.flatMap((each) => each.actions.map(({ text }) => text)));
  const others = actions.filter(({ text }) => !said.has(text));
  return inParagraphs([
    head(detail, width, colours),
    context(detail, colours),
    steps(detail, width, colours),
    events(detail, width, colours),
    stuck.length === 0
      ? []
      : [colours.bold('Will not go on by itself'), ...renderReasons(stuck, width, colours)],
    others.length === 0 ? [] : [colours.bold('The task'), ...renderActions(others, width, colours, '  ')],
    template === null ? [] : [colours.dim('A template made from the rows is in --json, as "template".')],
  ]);
}

function head({ row, at, notes }: TaskDetail, width: number, colours: Colours): readonly string[] {
  const { task, namespace, name, version, state, createdAt, changedAt } = row;
  const what = printable(`${name} ${version} in ${namespace}`);
  return [
    `${colours.bold(`Task ${printable(task)}`)}  ${stateStyle(state).paint(colours)(stateText(state))}  ${what}`,
    `  created ${timeText(createdAt)}, changed ${timeText(changedAt)}, read ${timeText(at)} (all UTC)`,
    ...notes.flatMap((note) => paragraph(note, width, '  ')),
  ];
}

function context({ context: value, contextSize }: TaskDetail, colours: Colours): readonly string[] {
  const title = `${colours.bold('Context')} ${colours.dim(`(${sizeText(contextSize)})`)}`;
  if (value === null) return [`${title}: ${contextSize === 0 ? 'none' : 'too large, left where it is'}`];
  const lines = block(jsonText(value, 2), '  ');
  const left = lines.length - MOST_CONTEXT_LINES;
  if (left <= 0) return [title, ...lines];
  return [
    title,
    ...lines.slice(0, MOST_CONTEXT_LINES),
    colours.dim(`  … ${left} more lines; all of it: --json`),
  ];
}

function steps({ steps: all, judgedBy }: TaskDetail, width: number, colours: Colours): readonly string[] {
  if (all.length === 0) return [`${colours.bold('Steps')}: none`];
  const names = new Map(all.map(({ step, name }) => [step, name]));
  const parents = all.map((each) => each.parents.map((id) => names.get(id) ?? id).join(', '));
  return [
    ...renderColumns(
      [
        { title: 'Step', cells: all.map(({ name }) => name), isFlexible: true },
        {
          title: 'State',
          cells: all.map(({ state }) => stateText(state)),
          paint: (row) => stateStyle(all[row]?.state ?? '').paint(colours),
        },
        { title: 'Attempts', align: 'right', cells: all.map(attempts) },
        { title: 'After', cells: parents, isFlexible: true },
      ],
      width,
      colours,
    ),
    ...readiness(all, judgedBy, width, colours),
  ];
}

function attempts({ attempts: used, limit, retryable }: ProductionStep): string {
  return `${used}/${limit}${retryable ? '' : ', no retry'}`;
}

/** Sentences of the steps that are not done. */
function readiness(
  all: readonly ProductionStep[],
  judgedBy: string,
  width: number,
  colours: Colours,
): readonly string[] {
  const open = all.filter(({ state }) => state !== 'complete' && state !== 'resolved_manually');
  if (open.length === 0) return [];
  return [
    '',
    `${colours.bold('Readiness')} ${colours.dim(`(${printable(judgedBy)})`)}`,
    ...open.flatMap(({ name, words, ready, nextRetryAt }) => {
      const next = nextRetryAt === null ? '' : ` Next attempt from ${timeText(nextRetryAt)} UTC.`;
      const [first = '', ...others] = paragraph(`${name} ${words}${next}`, width, '    ');
      return [`  ${ready ? colours.green('▶') : '○'} ${first.trimStart()}`, ...others];
    }),
  ];
}

function events({ events: all }: TaskDetail, width: number, colours: Colours): readonly string[] {
  if (all.length === 0) return [];
  const earlier = all.length - MOST_EVENTS;
  const shown = all.slice(-MOST_EVENTS);
  return [
    `${colours.bold('Events')} ${colours.dim('(rebuilt from the transitions)')}`,
    ...renderColumns(
      [
        { title: `At ${UTC}`, cells: shown.map(({ at }) => timeText(at)) },
        { title: 'Name', cells: shown.map(({ name }) => name), isFlexible: true },
        {
          title: 'Payload',
          cells: shown.map(({ payload }) => cut(jsonText(payload), width)),
          isFlexible: true,
        },
      ],
      width,
      colours,
    ),
    ...(earlier > 0 ? [colours.dim(`… ${earlier} earlier ones; all of them: --json`)] : []),
  ];
}
