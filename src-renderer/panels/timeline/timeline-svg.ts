/** A timeline as SVG: every row, the whole axis. Pure. */
import { xmlText } from '../../../src-engine/export/picture/xml-text.ts';
import type { Axis } from '../../../src-engine/timeline/axis.ts';
import { ticks } from '../../../src-engine/timeline/axis.ts';
import type { Bar, Timeline } from '../../../src-engine/timeline/timeline.ts';
import { shortDuration } from '../../ui/data/virtual-time.ts';
import { barLook } from './bar-look.ts';

const NAMES = 190;
const WIDTH = 1_200;
const ROW = 22;
const HEAD = 26;

export function timelineSvg({ rows, endMs }: Timeline, axis: Axis, colour: (name: string) => string): string {
  const height = HEAD + rows.length * ROW + 8;
  const x = (ms: number): number => NAMES + (axis.place(ms) / axis.length) * (WIDTH - NAMES - 10);
  const marks = ticks(0, endMs, 10)
    .filter((ms) => !axis.breaks.some(({ fromMs, toMs }) => ms > fromMs && ms < toMs))
    .map(
      (ms) => `<text x="${round(x(ms))}" y="16" fill="${colour('--text-soft')}">${shortDuration(ms)}</text>`,
    );
  const breaks = axis.breaks.map(
    ({ fromMs, toMs }) =>
      `<rect x="${round(x(fromMs))}" y="0" width="${round(x(toMs) - x(fromMs))}" height="${height}" fill="${colour('--surface-3')}"/><text x="${round(x(fromMs))}" y="16" fill="${colour('--text')}">⋯ ${shortDuration(toMs - fromMs)}</text>`,
  );
  const drawn = rows.map(({ step, bars }, index) => {
    const top = HEAD + index * ROW;
    const name = `<text x="6" y="${top + 15}" fill="${colour('--text')}">${xmlText(step.slice(0, 120))}</text>`;
    return name + bars.map((bar) => barSvg(bar, x, top, colour)).join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11"><rect width="${WIDTH}" height="${height}" fill="${colour('--surface-1')}"/>${[...breaks, ...marks, ...drawn].join('')}</svg>\n`;
}

function barSvg(bar: Bar, x: (ms: number) => number, top: number, colour: (name: string) => string): string {
  const { colour: name, words } = barLook(bar);
  const [left, width] = [round(x(bar.fromMs)), round(Math.max(1, x(bar.toMs) - x(bar.fromMs)))];
  const title = `<title>${xmlText(words)}</title>`;
  if (bar.kind === 'attempt') {
    return `<rect x="${left}" y="${top + 3}" width="${width}" height="${ROW - 6}" fill="${colour(name)}">${title}</rect>`;
  }
  // A wait is a line with its own dashes, so that it is told apart without colour.
  const dashes = {
    dependency: '1 3',
    backoff: '6 2',
    batch: '12 2',
    concurrency: '3 3',
    reenqueue: '8 4 2 4',
    recovery: '2 6',
  };
  const middle = top + ROW / 2;
  return `<line x1="${left}" x2="${left + width}" y1="${middle}" y2="${middle}" stroke="${colour(name)}" stroke-width="4" stroke-dasharray="${dashes[bar.wait]}">${title}</line>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
