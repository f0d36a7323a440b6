/** How long to wait before an engine that ended is started again. */

const WINDOW_MS = 60_000;
/** By the number of restarts in the last minute: an accident is mended at once, a habit is not fed. */
const DELAYS_MS = [0, 1_000, 5_000];

/** @param restarts Times of the restarts so far, the latest last. At most as many a minute as there are delays. */
export function restartDelay(restarts: readonly number[], now: number): number {
  const recent = restarts.filter((at) => at > now - WINDOW_MS);
  return DELAYS_MS[recent.length] ?? Math.max(0, (recent.at(-DELAYS_MS.length) ?? now) + WINDOW_MS - now);
}
