/** Draws the rows in sight on one canvas: ten thousand bars are no elements of the page. */
import type { Axis } from '../../../src-engine/timeline/axis.ts';
import { ticks } from '../../../src-engine/timeline/axis.ts';
import type { Bar, TimelineRow } from '../../../src-engine/timeline/timeline.ts';
import { shortDuration } from '../../ui/data/virtual-time.ts';
import type { Pattern } from './bar-look.ts';
import { barLook } from './bar-look.ts';

export const ROW = 22;
export const HEAD = 22;
const TICK_PX = 90;
const NARROWEST_WITH_SIGN = 14;

export interface Picture {
  readonly rows: readonly TimelineRow[];
  readonly axis: Axis;
  /** Places of the axis at the left and at the right border. */
  readonly view: { readonly from: number; readonly to: number };
  readonly scrollTop: number;
  readonly playheadMs: number;
  readonly selected: string | null;
  readonly critical: ReadonlySet<Bar> | null;
  readonly brush: { readonly from: number; readonly to: number } | null;
}

export type Colour = (name: string) => string;

export function draw(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  picture: Picture,
  colour: Colour,
): void {
  const { rows, axis, view, scrollTop } = picture;
  const x = (ms: number): number => ((axis.place(ms) - view.from) / (view.to - view.from)) * width;
  context.clearRect(0, 0, width, height);
  const first = Math.max(0, Math.floor(scrollTop / ROW));
  const last = Math.min(rows.length, Math.ceil((scrollTop + height - HEAD) / ROW));
  for (let index = first; index < last; index += 1) {
    const row = rows[index];
    if (row !== undefined) drawRow(context, row, HEAD + index * ROW - scrollTop, width, x, picture, colour);
  }
  drawHead(context, width, height, picture, x, colour);
}

function drawRow(
  context: CanvasRenderingContext2D,
  { step, bars }: TimelineRow,
  top: number,
  width: number,
  x: (ms: number) => number,
  { selected, critical }: Picture,
  colour: Colour,
): void {
  if (step === selected) {
    context.fillStyle = colour('--accent-soft');
    context.fillRect(0, top, width, ROW);
  }
  for (const bar of bars) {
    const [left, right] = [x(bar.fromMs), x(bar.toMs)];
    if (right < 0 || left > width) continue;
    drawBar(
      context,
      bar,
      left,
      Math.max(1.5, right - left),
      top + 3,
      critical !== null && !critical.has(bar),
      colour,
    );
  }
}

function drawBar(
  context: CanvasRenderingContext2D,
  bar: Bar,
  left: number,
  width: number,
  top: number,
  isFaint: boolean,
  colour: Colour,
): void {
  const look = barLook(bar);
  const tone = colour(look.colour);
  const tall = ROW - 6;
  context.globalAlpha = isFaint ? 0.25 : 1;
  if (look.pattern === 'solid') {
    context.fillStyle = tone;
    context.fillRect(left, top, width, tall);
  } else {
    context.fillStyle = patternOf(context, look.pattern, tone);
    context.fillRect(left, top + tall / 4, width, tall / 2);
    context.strokeStyle = tone;
    context.lineWidth = 0.5;
    context.strokeRect(left, top + tall / 4, width, tall / 2);
  }
  if (look.sign !== '' && width >= NARROWEST_WITH_SIGN) {
    context.fillStyle = colour('--surface-1');
    context.fillText(look.sign, left + 3, top + tall - 4);
  }
  context.globalAlpha = 1;
}

const patterns = new Map<string, CanvasPattern>();

function patternOf(
  context: CanvasRenderingContext2D,
  pattern: Pattern,
  tone: string,
): CanvasPattern | string {
  const key = `${pattern} ${tone}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (pen === null) return tone;
  pen.strokeStyle = pen.fillStyle = tone;
  pen.lineWidth = 1.5;
  LINES[pattern](pen);
  const made = context.createPattern(tile, 'repeat');
  if (made === null) return tone;
  patterns.set(key, made);
  return made;
}

function line(pen: CanvasRenderingContext2D, ...points: readonly number[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

const LINES: Readonly<Record<Pattern, (pen: CanvasRenderingContext2D) => void>> = {
  solid: (pen) => pen.fillRect(0, 0, 8, 8),
  hatched: (pen) => [-8, 0, 8].forEach((shift) => line(pen, shift, 8, shift + 8, 0)),
  dotted: (pen) => pen.fillRect(3, 3, 2, 2),
  crossed: (pen) => {
    line(pen, 0, 0, 8, 8);
    line(pen, 0, 8, 8, 0);
  },
  lined: (pen) => line(pen, 0, 4, 8, 4),
  dashed: (pen) => line(pen, 0, 4, 4, 4),
  checked: (pen) => {
    pen.fillRect(0, 0, 4, 4);
    pen.fillRect(4, 4, 4, 4);
  },
};

function drawHead(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { axis, view, playheadMs, brush }: Picture,
  x: (ms: number) => number,
  colour: Colour,
): void {
  context.fillStyle = colour('--surface-2');
  context.fillRect(0, 0, width, HEAD);
  context.fillStyle = colour('--text-soft');
  context.strokeStyle = colour('--line');
  context.lineWidth = 1;
  const [from, to] = [axis.time(Math.max(0, view.from)), axis.time(Math.min(axis.length, view.to))];
  let free = -Infinity;
  for (const ms of ticks(from, to, width / TICK_PX)) {
    if (axis.breaks.some((each) => ms > each.fromMs && ms < each.toMs) || x(ms) < free) continue;
    context.fillText(shortDuration(ms), x(ms) + 3, HEAD - 8);
    free = x(ms) + TICK_PX / 2;
    line(context, x(ms), HEAD - 6, x(ms), height);
  }
  for (const each of axis.breaks) {
    const [left, right] = [x(each.fromMs), x(each.toMs)];
    context.fillStyle = colour('--surface-3');
    context.fillRect(left, 0, right - left, height);
    context.fillStyle = colour('--text');
    context.fillText(`⋯ ${shortDuration(each.toMs - each.fromMs)}`, left + 2, HEAD - 8);
  }
  context.fillStyle = colour('--accent');
  context.fillRect(x(playheadMs) - 1, 0, 2, height);
  if (brush === null) return;
  context.globalAlpha = 0.25;
  context.fillRect(Math.min(brush.from, brush.to), 0, Math.abs(brush.to - brush.from), height);
  context.globalAlpha = 1;
}
