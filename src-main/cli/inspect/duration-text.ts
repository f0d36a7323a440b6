/** Durations as one types them: `500ms`, `90s`, `30m`, `2h`, `7d`, `1w`. */

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Null for what is none. */
export function durationMs(text: string): number | null {
  const { value, unit } = /^(?<value>\d{1,9}(?:\.\d{1,3})?)(?<unit>ms|[smhdw])$/.exec(text)?.groups ?? {};
  return value === undefined ? null : Number(value) * UNITS[unit as keyof typeof UNITS];
}
