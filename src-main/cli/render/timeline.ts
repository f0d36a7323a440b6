/** The timeline: a row for each step, time from left to right, attempts and waits as different characters. */
import type { SimulationReport, StepReport, StepSpan } from '../../../src-engine/simulate/report.ts';
import type { Colours } from '../io.ts';
import { formatDuration } from './duration.ts';
import { cut, padEnd, printable, textWidth } from './text.ts';
import type { Segment } from './time-scale.ts';
import { columnAt, timeScale } from './time-scale.ts';

interface Mark {
  readonly character: string;
  readonly meaning: string;
  readonly paint: (colours: Colours) => (text: string) => string;
}

const COMPLETE: Mark = { character: '█', meaning: 'completed attempt', paint: ({ green }) => green };
const FAILED: Mark = { character: '×', meaning: 'failed attempt', paint: ({ red }) => red };
const UNFINISHED: Mark = { character: '▒', meaning: 'unfinished attempt', paint: ({ yellow }) => yellow };
const BACKOFF: Mark = { character: '·', meaning: 'retry wait', paint: ({ yellow }) => yellow };
const QUEUE: Mark = { character: '-', meaning: 'in the queue', paint: ({ dim }) => dim };
const BREAK: Mark = { character: '╎', meaning: 'shortened pause', paint: ({ dim }) => dim };
const MARKS: readonly Mark[] = [COMPLETE, FAILED, UNFINISHED, BACKOFF, QUEUE, BREAK];

const NAME_SHARE = 0.3;
const GAP = 3;

export function renderTimeline(report: SimulationReport, width: number, colours: Colours): readonly string[] {
  if (report.steps.length === 0 || report.durationMs === 0) return [];
  const names = report.steps.map(({ name }) => cut(printable(name), Math.floor(width * NAME_SHARE)));
  const nameWidth = Math.max(...names.map(textWidth)) + GAP;
  const spans = report.steps.flatMap((step) => step.spans);
  const segments = timeScale(spans, report.durationMs, width - nameWidth);
  const rows = report.steps.map((step) => row(step, segments));
  return [
    ' '.repeat(nameWidth) + colours.dim(axis(segments, report.durationMs)),
    ...rows.map((cells, index) => padEnd(names[index] ?? '', nameWidth) + paintRow(cells, colours)),
    ...legend(rows, nameWidth, width, colours),
  ].map((line) => line.trimEnd());
}

/** What the characters mean: those that occur, on as many lines as they need. */
function legend(rows: readonly Cells[], indent: number, width: number, colours: Colours): readonly string[] {
  const lines: string[] = [];
  let used = width;
  for (const mark of MARKS.filter((each) => rows.some((cells) => cells.includes(each)))) {
    const entry = `${mark.paint(colours)(mark.character)} ${mark.meaning}`;
    const entryWidth = textWidth(`${mark.character} ${mark.meaning}`) + GAP;
    if (used + entryWidth > width) {
      lines.push(' '.repeat(indent) + entry);
      used = indent + entryWidth;
    } else {
      lines.push(`${lines.pop() ?? ''}${' '.repeat(GAP)}${entry}`);
      used += entryWidth;
    }
  }
  return lines;
}

type Cells = readonly (Mark | undefined)[];

function row({ spans }: StepReport, segments: readonly Segment[]): Cells {
  const cells: (Mark | undefined)[] = Array.from({ length: segments.at(-1)?.to ?? 0 });
  const waits = spans.filter(({ kind }) => kind === 'wait');
  for (const span of waits) draw(cells, span, segments, 0);
  // Between waits and attempts: a pause is seen in every row, and hides no attempt.
  for (const column of breakEdges(segments)) cells[column] = BREAK;
  let free = 0;
  for (const span of spans) if (span.kind === 'attempt') free = draw(cells, span, segments, free);
  return cells;
}

/** Draws a span, an attempt never before `free` and at least one column wide; answers the column after it. */
function draw(
  cells: (Mark | undefined)[],
  span: StepSpan,
  segments: readonly Segment[],
  free: number,
): number {
  const mark = markOf(span);
  if (mark === undefined) return free;
  const from = Math.min(Math.max(columnAt(segments, span.fromMs), free), cells.length - 1);
  const least = span.kind === 'attempt' ? from + 1 : from;
  const to = Math.max(columnAt(segments, span.toMs), least);
  cells.fill(mark, from, to);
  return to;
}

/** Waiting for parents is left blank: most of a timeline would be filled with it. */
function markOf({ kind, detail }: StepSpan): Mark | undefined {
  if (kind === 'wait') return detail === 'backoff' ? BACKOFF : detail === 'queue' ? QUEUE : undefined;
  if (detail === 'complete') return COMPLETE;
  return detail === 'error' ? FAILED : UNFINISHED;
}

/** Neighbours of the same kind are painted at once: fewer codes for the terminal to read. */
function paintRow(cells: Cells, colours: Colours): string {
  let line = '';
  for (let from = 0; from < cells.length;) {
    const mark = cells[from];
    const next = cells.findIndex((each, column) => column > from && each !== mark);
    const to = next < 0 ? cells.length : next;
    line +=
      mark === undefined ? ' '.repeat(to - from) : mark.paint(colours)(mark.character.repeat(to - from));
    from = to;
  }
  return line;
}

function breakEdges(segments: readonly Segment[]): readonly number[] {
  return segments.flatMap(({ kind, from, to }) => (kind === 'break' ? [from, to - 1] : []));
}

/** The time at the start of every run, the length of every break, and the time at the end where it fits. */
function axis(segments: readonly Segment[], totalMs: number): string {
  let line = '';
  for (const { kind, fromMs, toMs, from, to } of segments) {
    const pause = ` ${formatDuration(toMs - fromMs)} `;
    const label =
      kind === 'break' ? `${BREAK.character}${pause}${BREAK.character}` : `${formatDuration(fromMs)} `;
    if (textWidth(label) <= to - from) line = padEnd(line, from) + label;
  }
  const end = formatDuration(totalMs);
  const width = segments.at(-1)?.to ?? 0;
  return textWidth(line) + textWidth(end) + 1 <= width ? padEnd(line, width - textWidth(end)) + end : line;
}
