/** What came and went, a column for each stretch of time. Each row has a scale of its own: many that were created at once hide no failures. */
import type { Overview } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { formatDuration } from '../duration.ts';
import { columnsOf, grouped } from './chart.ts';
import { numberText, timeText } from './values.ts';

type Bucket = Overview['throughput']['buckets'][number];

const LABEL = 12;
/** Columns at the right for the sums. */
const SUMS = 26;
const MINUTE_MS = 60_000;

export function renderThroughput(
  { hours, throughput }: Overview,
  width: number,
  colours: Colours,
): readonly string[] {
  const { size, groups } = grouped(throughput.buckets, Math.max(1, width - LABEL - SUMS));
  if (groups.length === 0) return [];
  const rows = [
    { word: 'created', values: sums(groups, 'created'), paint: colours.cyan },
    { word: 'completed', values: sums(groups, 'completed'), paint: colours.green },
    { word: 'failed', values: sums(groups, 'failed'), paint: colours.red },
  ];
  const each = formatDuration(size * throughput.bucketMinutes * MINUTE_MS);
  return [
    `${colours.bold('Throughput')} of the last ${hours === 1 ? 'hour' : `${hours} hours`}, a column for ${each}`,
    ...rows.map(({ word, values, paint }) => {
      const sum = values.reduce((total, value) => total + value, 0);
      const most = Math.max(...values);
      const text = `${numberText(sum)}, at most ${numberText(most)}`;
      return `  ${word.padEnd(LABEL - 2)}${paint(columnsOf(values, most))}  ${text}`;
    }),
    colours.dim(`${' '.repeat(LABEL)}since ${timeText(throughput.buckets[0]?.at ?? '')} UTC`),
  ];
}

function sums(
  groups: readonly (readonly Bucket[])[],
  of: 'created' | 'completed' | 'failed',
): readonly number[] {
  return groups.map((buckets) => buckets.reduce((sum, bucket) => sum + bucket[of], 0));
}
