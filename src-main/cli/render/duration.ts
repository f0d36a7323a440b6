/** Stretches of virtual time in few characters: `0 s`, `350 ms`, `4.2 s`, `2 m 05 s`, `1 h 03 m`, `2 d 04 h`. */
export function formatDuration(ms: number): string {
  if (ms === 0) return '0 s';
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  // 59.96 s would be rounded to 60.0 s.
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return twoUnits(seconds, 60, 'm', 1, 's');
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1_440) return twoUnits(minutes, 60, 'h', 1, 'm');
  return twoUnits(Math.round(ms / 3_600_000), 24, 'd', 1, 'h');
}

function twoUnits(value: number, perLarge: number, large: string, perSmall: number, small: string): string {
  const rest = Math.floor((value % perLarge) / perSmall);
  return `${Math.floor(value / perLarge)} ${large} ${String(rest).padStart(2, '0')} ${small}`;
}
