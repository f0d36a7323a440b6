/** Virtual milliseconds as a clock shows them: `00:00.000`, `1:02:03.450`, `2d 03:00:00`. */
export function clockTime(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  const hours = Math.floor(ms / 3_600_000) % 24;
  const minutes = two(Math.floor(ms / 60_000) % 60);
  const seconds = two(Math.floor(ms / 1_000) % 60);
  // Behind days nobody reads the milliseconds.
  if (days > 0) return `${days}d ${two(hours)}:${minutes}:${seconds}`;
  const rest = String(Math.floor(ms) % 1_000).padStart(3, '0');
  return `${hours > 0 ? `${hours}:` : ''}${minutes}:${seconds}.${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
