/** The throughput as bars: where each stands, how high it is, and what is said of it. Pure. */
import type { Overview } from '../../../store/production/types.ts';

type Throughput = Overview['throughput'];
export type Bucket = Throughput['buckets'][number];

export const SERIES = ['created', 'completed', 'failed'] as const;
export type Series = (typeof SERIES)[number];

export interface ChartBar {
  readonly series: Series;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartGroup {
  readonly at: string;
  /** Of the whole group, for the pointer. */
  readonly x: number;
  readonly width: number;
  readonly bars: readonly ChartBar[];
  readonly words: string;
}

export interface ChartModel {
  /** What the upper edge stands for. */
  readonly top: number;
  readonly groups: readonly ChartGroup[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

const GAP_SHARE = 0.25;
const LEAST_LABEL_WIDTH = 90;
/** So that a few are seen beside many thousands. */
const LEAST_HEIGHT = 1.5;

export function chartModel(
  { buckets, bucketMinutes }: Throughput,
  width: number,
  height: number,
): ChartModel {
  const top = niceTop(Math.max(0, ...buckets.flatMap((bucket) => SERIES.map((series) => bucket[series]))));
  const slot = buckets.length === 0 ? width : width / buckets.length;
  const every = Math.max(1, Math.ceil(LEAST_LABEL_WIDTH / slot));
  const isLong = bucketMinutes * buckets.length > 2 * 1_440;
  return {
    top,
    groups: buckets.map((bucket, index) => groupOf(bucket, index * slot, slot, height, top)),
    labels: buckets.flatMap(({ at }, index) =>
      // What would be cut off at the edge is left out.
      index % every === 0 && (index === 0 || index * slot + LEAST_LABEL_WIDTH / 2 <= width)
        ? [{ x: index * slot, text: label(at, isLong) }]
        : [],
    ),
  };
}

function groupOf(bucket: Bucket, x: number, slot: number, height: number, top: number): ChartGroup {
  const width = (slot * (1 - GAP_SHARE)) / SERIES.length;
  return {
    at: bucket.at,
    x,
    width: slot,
    words: bucketWords(bucket),
    bars: SERIES.map((series, index) => {
      const value = bucket[series];
      const tall = value === 0 ? 0 : Math.max(LEAST_HEIGHT, (value / top) * height);
      return { series, x: x + (slot * GAP_SHARE) / 2 + index * width, y: height - tall, width, height: tall };
    }),
  };
}

/** e.g. `2026-01-02 03:04 UTC: 12 created, 10 completed, 1 failed`. */
function bucketWords({ at, created, completed, failed }: Bucket): string {
  const [all, done, bad] = [created, completed, failed].map((count) => count.toLocaleString('en'));
  return `${at.slice(0, 16).replace('T', ' ')} UTC: ${all} created, ${done} completed, ${bad} failed`;
}

/** The first of 1, 2, 5, 10, 20 … that is not below. */
function niceTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most;
}

function label(at: string, isLong: boolean): string {
  return isLong ? at.slice(5, 16).replace('T', ' ') : at.slice(11, 16);
}

/** What the whole chart says, for who does not see it. */
export function chartWords({ buckets, bucketMinutes }: Throughput): string {
  const sums = SERIES.map((series) => {
    const sum = buckets.reduce((total, bucket) => total + bucket[series], 0);
    return `${sum.toLocaleString('en')} ${series}`;
  });
  return `Tasks in steps of ${bucketMinutes} minutes, UTC: ${sums.join(', ')}`;
}
