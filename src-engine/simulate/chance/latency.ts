/** Draws how long an attempt takes, in whole milliseconds of virtual time. */
import { durationMs } from '../../run/time/virtual-time.ts';
import type { Chance } from './random.ts';
import type { Latency } from '../scenario.ts';

/** What a step takes when nothing is said: a network call of about a quarter of a second. */
export const DEFAULT_LATENCY: Latency = { log_normal: { median: '250ms', sigma: 0.5 } };

/** A log-normal draw is cut at this many medians: a freak value would only hide the rest of a timeline. */
const LONGEST_MEDIANS = 50;

export function drawLatencyMs(latency: Latency, chance: Chance, key: string): number {
  if (typeof latency !== 'object') return durationMs(latency);
  if ('constant' in latency) return durationMs(latency.constant);
  if ('uniform' in latency) {
    const [first, second] = latency.uniform.map(durationMs);
    const [from, to] = [first ?? 0, second ?? 0].sort((a, b) => a - b);
    return chance.integer(`latency/${key}`, from ?? 0, to ?? 0);
  }
  const { median, sigma } = latency.log_normal;
  const factor = Math.exp(sigma * chance.normal(`latency/${key}`));
  return Math.round(durationMs(median) * Math.min(factor, LONGEST_MEDIANS));
}
