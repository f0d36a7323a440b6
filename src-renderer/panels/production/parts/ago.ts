/** How far a time is from now, in its largest unit. Pure. */

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** The clocks of two machines are never quite the same: what lies so little ahead is now. */
const SKEW_MS = 10_000;

/** e.g. `12 s ago`, `3 h ago`, `in 2 min`; a text that is no time is shown as it is. */
export function ago(at: string, nowMs: number): string {
  const ms = nowMs - Date.parse(at);
  if (Number.isNaN(ms)) return at;
  if (ms < -SKEW_MS) return `in ${largest(-ms)}`;
  return ms < 1_000 ? 'just now' : `${largest(ms)} ago`;
}

/** e.g. `13 d`; a text that is no time is shown as it is. */
export function howLong(since: string, nowMs: number): string {
  const ms = nowMs - Date.parse(since);
  return Number.isNaN(ms) ? since : largest(Math.max(0, ms));
}

function largest(ms: number): string {
  const [name, length] = UNITS.find(([, each]) => ms >= each) ?? UNITS[3];
  return `${Math.floor(ms / length)} ${name}`;
}
