/** The table of steps: what became of each, how often it was tried, and when. */
import type { SimulationReport, StepReport } from '../../../src-engine/simulate/report.ts';
import type { Colours } from '../io.ts';
import { formatDuration } from './duration.ts';
import { STEP_STYLES } from './state-style.ts';
import { cut, padEnd, padStart, printable, textWidth } from './text.ts';

interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (step: StepReport, report: SimulationReport) => string;
}

const NOTHING = '–';
const GAP = '  ';
/** Longer names are cut to this share of the width. */
const NAME_SHARE = 0.4;

const COLUMNS: readonly Column[] = [
  {
    title: 'State',
    align: 'left',
    cell: ({ state }) => `${STEP_STYLES[state].sign} ${STEP_STYLES[state].word}`,
  },
  { title: 'Attempts', align: 'right', cell: ({ attempts, retryLimit }) => `${attempts}/${retryLimit}` },
  { title: 'Waited', align: 'right', cell: (step) => waited(step) },
  { title: 'Started', align: 'right', cell: ({ startedAt }, { startedAt: zero }) => since(zero, startedAt) },
  { title: 'Ended', align: 'right', cell: (step, { startedAt: zero }) => since(zero, endOf(step)) },
  { title: 'Duration', align: 'right', cell: duration },
];

export function renderTable(report: SimulationReport, width: number, colours: Colours): readonly string[] {
  const names = report.steps.map(({ name }) => cut(printable(name), Math.floor(width * NAME_SHARE)));
  const nameWidth = widest(['Step', ...names]);
  const columns = COLUMNS.map((column) => {
    const cells = report.steps.map((step) => column.cell(step, report));
    return { ...column, cells, width: widest([column.title, ...cells]) };
  });
  const head = columns.map(({ title, align, width: columnWidth }) => pad(title, columnWidth, align));
  const rows = report.steps.map((step, row) => {
    const cells = columns.map(({ cells: all, width: columnWidth, align }, index) => {
      const cell = pad(all[row] ?? '', columnWidth, align);
      return index === 0 ? STEP_STYLES[step.state].paint(colours)(cell) : cell;
    });
    return [padEnd(names[row] ?? '', nameWidth), ...cells].join(GAP).trimEnd();
  });
  return [colours.bold([padEnd('Step', nameWidth), ...head].join(GAP).trimEnd()), ...rows];
}

/** All waits but those for parents: what retries and the queue added. */
function waited({ spans }: StepReport): string {
  const total = spans
    .filter(({ kind, detail }) => kind === 'wait' && detail !== 'dependencies')
    .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return total === 0 ? NOTHING : formatDuration(total);
}

function since(zero: string, at: string | null): string {
  return at === null ? NOTHING : `+${formatDuration(Date.parse(at) - Date.parse(zero))}`;
}

/** From the first start to the last change. */
function duration(step: StepReport): string {
  const { startedAt } = step;
  const endedAt = endOf(step);
  if (startedAt === null || endedAt === null) return NOTHING;
  return formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
}

/** The last change of state, unless that was the beginning of what never ended. */
function endOf({ state, endedAt }: StepReport): string | null {
  return state === 'in_progress' ? null : endedAt;
}

function pad(text: string, width: number, align: Column['align']): string {
  return align === 'left' ? padEnd(text, width) : padStart(text, width);
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(textWidth));
}
