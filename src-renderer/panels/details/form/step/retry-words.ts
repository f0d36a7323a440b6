/** What a retry limit means, in words. Pure. */
import { failureWaitSeconds } from '../../../../../src-engine/template/retry-waits.ts';

/** Seconds after the first failure, the second, …; from the fifth on it is always the last. */
export const FAILURE_WAITS: readonly number[] = [1, 2, 3, 4, 5].map(failureWaitSeconds);

/** e.g. `1 try and 2 retries, after waits of 2 s and 4 s.` */
export function retryWords(limit: number): string {
  if (limit <= 0) return 'The step never runs: its attempts are used up before the first one.';
  if (limit === 1) return '1 try and no retry.';
  const retries = limit - 1;
  const count = `1 try and ${retries.toLocaleString('en')} ${retries === 1 ? 'retry' : 'retries'}`;
  return `${count}, after ${waitsInWords(retries)}. A handler or a server may ask for longer ones.`;
}

function waitsInWords(retries: number): string {
  const waits = FAILURE_WAITS.slice(0, retries).map((seconds) => `${seconds} s`);
  if (waits.length === 1) return `a wait of ${waits[0]}`;
  if (retries > FAILURE_WAITS.length) return `waits of ${waits.join(', ')} and then always ${waits.at(-1)}`;
  return `waits of ${waits.slice(0, -1).join(', ')} and ${waits.at(-1)}`;
}
