/**
 * Lays virtual time on a number of columns. Long stretches in which nothing runs become breaks of a fixed width, so
 * that a minute of waiting does not flatten the seconds of work.
 */
import type { StepSpan } from '../../../src-engine/simulate/report.ts';
import { formatDuration } from './duration.ts';
import { textWidth } from './text.ts';

export interface Segment {
  readonly kind: 'run' | 'break';
  readonly fromMs: number;
  readonly toMs: number;
  /** First column and the column after the last. */
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch without work is a break when it takes more than this share of the run. */
const LONG_SHARE = 0.2;
/** Columns of a break beside its label. */
const BREAK_MARGIN = 2;
/** A run between two breaks is never narrower: a start, something, an end. */
const NARROWEST_RUN = 4;
/** So many columns a break must leave for the rest, else the longest ones alone are taken. */
const COLUMNS_PER_BREAK = 24;

export function timeScale(spans: readonly StepSpan[], totalMs: number, width: number): readonly Segment[] {
  const breaks = longIdleStretches(spans, totalMs, Math.max(1, Math.floor(width / COLUMNS_PER_BREAK)));
  const stretches = alternate(breaks, totalMs);
  const runs = stretches.filter(({ kind }) => kind === 'run');
  const runMs = runs.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const breakColumns = breaks.reduce((sum, stretch) => sum + breakWidth(stretch), 0);
  const spare = Math.max(0, width - breakColumns - runs.length * NARROWEST_RUN);
  let column = 0;
  let doneMs = 0;
  let given = 0;
  return stretches.map((stretch) => {
    const from = column;
    if (stretch.kind === 'break') {
      column += breakWidth(stretch);
    } else {
      doneMs += stretch.toMs - stretch.fromMs;
      // Rounded from the left edge each time, so that all columns are given out in the end.
      const upTo = runMs === 0 ? spare : Math.round((doneMs / runMs) * spare);
      column += NARROWEST_RUN + upTo - given;
      given = upTo;
    }
    return { ...stretch, from, to: column };
  });
}

/** The column in which a moment lies. */
export function columnAt(segments: readonly Segment[], ms: number): number {
  const segment = segments.find(({ toMs }) => ms < toMs) ?? segments.at(-1);
  if (segment === undefined) return 0;
  const share = (ms - segment.fromMs) / Math.max(1, segment.toMs - segment.fromMs);
  return Math.min(segment.to, segment.from + Math.floor(share * (segment.to - segment.from)));
}

function breakWidth({ fromMs, toMs }: Stretch): number {
  return textWidth(formatDuration(toMs - fromMs)) + 2 * BREAK_MARGIN;
}

function longIdleStretches(spans: readonly StepSpan[], totalMs: number, most: number): readonly Stretch[] {
  const attempts = spans.filter(({ kind }) => kind === 'attempt').toSorted((a, b) => a.fromMs - b.fromMs);
  const idle: Stretch[] = [];
  let busyUntil = 0;
  for (const { fromMs, toMs } of attempts) {
    if (fromMs > busyUntil) idle.push({ fromMs: busyUntil, toMs: fromMs });
    busyUntil = Math.max(busyUntil, toMs);
  }
  if (totalMs > busyUntil) idle.push({ fromMs: busyUntil, toMs: totalMs });
  return idle
    .filter(({ fromMs, toMs }) => toMs - fromMs > totalMs * LONG_SHARE)
    .toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs))
    .slice(0, most)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

function alternate(
  breaks: readonly Stretch[],
  totalMs: number,
): readonly (Stretch & { kind: Segment['kind'] })[] {
  const stretches: (Stretch & { kind: Segment['kind'] })[] = [];
  let fromMs = 0;
  for (const pause of breaks) {
    if (pause.fromMs > fromMs) stretches.push({ kind: 'run', fromMs, toMs: pause.fromMs });
    stretches.push({ kind: 'break', ...pause });
    fromMs = pause.toMs;
  }
  if (fromMs < totalMs || stretches.length === 0) stretches.push({ kind: 'run', fromMs, toMs: totalMs });
  return stretches;
}
