/** How a latency is spread, drawn as a run draws it, so that the picture shows what a run would do. */
import type { Latency } from '../scenario.ts';
import { drawLatencyMs } from './latency.ts';
import { chanceFrom } from './random.ts';

const DRAWS = 2_000;
const COLUMNS = 32;
/** The few longest draws would press all others together. */
const SHOWN = 0.99;

export interface LatencyPicture {
  readonly borders: readonly number[];
  readonly shares: readonly number[];
  readonly medianMs: number;
  readonly p95Ms: number;
}

export function pictureLatency(latency: Latency): LatencyPicture {
  const chance = chanceFrom(1);
  const draws = Array.from({ length: DRAWS }, (_, index) =>
    drawLatencyMs(latency, chance, `picture/${index}`),
  );
  const sorted = draws.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(DRAWS - 1, Math.floor(share * DRAWS))] ?? 0;
  const [from, to] = [sorted[0] ?? 0, Math.max(at(SHOWN), (sorted[0] ?? 0) + 1)];
  const width = (to - from) / COLUMNS;
  const counts = Array.from({ length: COLUMNS }, () => 0);
  for (const draw of sorted) {
    const column = Math.min(COLUMNS - 1, Math.floor((draw - from) / width));
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return {
    borders: Array.from({ length: COLUMNS + 1 }, (_, index) => from + index * width),
    shares: counts.map((count) => count / DRAWS),
    medianMs: at(0.5),
    p95Ms: at(0.95),
  };
}
