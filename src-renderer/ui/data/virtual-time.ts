/** Virtual times in few characters. Pure: the clock is the run's, and comes in as text. */

/** A stretch of time: `0 s`, `350 ms`, `4.2 s`, `2 m 05 s`, `1 h 03 m`, `2 d 04 h`. */
export function shortDuration(ms: number): string {
  if (ms < 0) return `−${shortDuration(-ms)}`;
  if (ms === 0) return '0 s';
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  // 59.96 s would be rounded to 60.0 s.
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return twoUnits(seconds, 60, 'm', 's');
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1_440) return twoUnits(minutes, 60, 'h', 'm');
  return twoUnits(Math.round(ms / 3_600_000), 24, 'd', 'h');
}

/** Since the start, always to the millisecond, so that a column of them lines up: `0:08.292`, `1:02:03.000`, `2d 01:02:03.000`. */
export function timeSince(start: string, at: string): string {
  const ms = Date.parse(at) - Date.parse(start);
  if (Number.isNaN(ms)) return at;
  const rest = Math.abs(ms);
  const days = Math.floor(rest / 86_400_000);
  const hours = Math.floor(rest / 3_600_000) % 24;
  const minutes = Math.floor(rest / 60_000) % 60;
  const seconds = `${padded(Math.floor(rest / 1_000) % 60)}.${padded(rest % 1_000, 3)}`;
  const sign = ms < 0 ? '−' : '';
  if (days > 0) return `${sign}${days}d ${padded(hours)}:${padded(minutes)}:${seconds}`;
  return hours > 0 ? `${sign}${hours}:${padded(minutes)}:${seconds}` : `${sign}${minutes}:${seconds}`;
}

/** A sentence with the times in it told since the start, as everywhere else on the screen. */
export function timesSince(start: string, sentence: string): string {
  return sentence.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (at) => timeSince(start, at));
}

/** Milliseconds from one time to another; null when either is no time. */
export function msBetween(from: string, to: string): number | null {
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isNaN(ms) ? null : ms;
}

/** `2030-11-29 08:00:08.292 UTC`; a text that is no time is shown as it is. */
export function wholeTime(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : `${at.replace('T', ' ').replace(/Z$/, '')} UTC`;
}

function twoUnits(value: number, perLarge: number, large: string, small: string): string {
  return `${Math.floor(value / perLarge)} ${large} ${padded(value % perLarge)} ${small}`;
}

function padded(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
