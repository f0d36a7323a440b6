/**
 * The axis of a timeline: virtual time to places and back. Long stretches in which nothing runs are cut short to breaks, so that an
 * hour of waiting does not press the seconds around it together. Pure.
 */
import type { TimelineRow } from './timeline.ts';

export interface Break {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Axis {
  readonly breaks: readonly Break[];
  /** Length with the breaks cut short; places are from 0 to here. */
  readonly length: number;
  place(ms: number): number;
  time(place: number): number;
}

/** A stretch is cut when it is this share of the whole … */
const SHARE = 0.12;
/** … and longer than this. */
const SHORTEST_MS = 3_000;
/** What is left of it, as a share of what is not cut. */
const LEFT = 0.04;

export function axisOf(rows: readonly TimelineRow[], endMs: number, cutsIdle: boolean): Axis {
  const breaks = cutsIdle ? idleStretches(rows, endMs) : [];
  const cut = breaks.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const left = breaks.length === 0 ? 0 : Math.max(1, (endMs - cut) * LEFT);
  const place = (ms: number): number => {
    let at = ms;
    for (const { fromMs, toMs } of breaks) {
      if (ms <= fromMs) break;
      const inside = Math.min(ms, toMs) - fromMs;
      at -= inside - (inside / (toMs - fromMs)) * left;
    }
    return at;
  };
  const time = (wanted: number): number => {
    let at = wanted;
    for (const { fromMs, toMs } of breaks) {
      if (at <= fromMs) break;
      const inside = Math.min(at - fromMs, left);
      at += (inside / left) * (toMs - fromMs) - inside;
    }
    return at;
  };
  return { breaks, length: Math.max(1, place(endMs)), place, time };
}

function idleStretches(rows: readonly TimelineRow[], endMs: number): readonly Break[] {
  const busy = rows
    .flatMap(({ bars }) => bars.filter(({ kind }) => kind === 'attempt'))
    .toSorted((a, b) => a.fromMs - b.fromMs);
  const longest = Math.max(SHORTEST_MS, endMs * SHARE);
  const breaks: Break[] = [];
  let end = 0;
  for (const { fromMs, toMs } of [...busy, { fromMs: endMs, toMs: endMs }]) {
    // A little of it stays on both sides, so that a bar does not end in a break.
    const margin = (fromMs - end) * 0.02;
    if (fromMs - end > longest) breaks.push({ fromMs: end + margin, toMs: fromMs - margin });
    end = Math.max(end, toMs);
  }
  return breaks;
}

const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 86_400];

/** Times for marks between two times, at most about `most` of them. */
export function ticks(fromMs: number, toMs: number, most: number): readonly number[] {
  const wanted = (toMs - fromMs) / Math.max(1, most);
  const fine = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const under = [1, 2, 5, 10].map((each) => each * fine).find((each) => each >= wanted) ?? wanted;
  const step = wanted < 1_000 ? under : (STEPS.find((each) => each * 1_000 >= wanted) ?? 172_800) * 1_000;
  const first = Math.ceil(fromMs / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((toMs - first) / step) + 1) },
    (_, index) => first + index * step,
  );
}
