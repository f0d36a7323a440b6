/** A span of virtual time as it stands on a card: `4.2 s`, `1 m 03 s`, `2 h 10 m`, `3 d 04 h`. */

/** @param ms Rounded up, so that a wait never reads `0.0 s` before it is over. */
export function countdown(ms: number): string {
  const tenths = Math.max(0, Math.ceil(ms / 100));
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.ceil(tenths / 10);
  if (seconds < 3600) return pair(seconds, 60, 'm', 's');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 1440) return pair(minutes, 60, 'h', 'm');
  return pair(Math.ceil(minutes / 60), 24, 'd', 'h');
}

function pair(small: number, perLarge: number, large: string, unit: string): string {
  return `${Math.floor(small / perLarge)} ${large} ${String(small % perLarge).padStart(2, '0')} ${unit}`;
}
