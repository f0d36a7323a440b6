/**
 * Virtual time: whole milliseconds since 1970 in UTC. Nothing here looks at the machine's clock.
 */
import type { Duration } from '../../simulate/scenario.ts';

const MS_PER_UNIT = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a scenario's duration: a number of seconds, or text such as `250ms` or `5m`. */
export function durationMs(duration: Duration): number {
  if (typeof duration === 'number') return Math.round(duration * 1_000);
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration);
  if (!match?.[1] || !isUnit(match[2])) throw new RangeError(`not a duration: ${duration}`);
  return Math.round(Number(match[1]) * MS_PER_UNIT[match[2]]);
}

/** The last time that was written out: most events tell of the moment of their neighbour, several times each. */
let lastWritten = { ms: 0, iso: '1970-01-01T00:00:00.000Z' };

/** `2030-01-01T00:00:00.250Z`: how events and reports write a time. */
export function isoTime(ms: number): string {
  if (lastWritten.ms !== ms) lastWritten = { ms, iso: new Date(ms).toISOString() };
  return lastWritten.iso;
}

/** `2030-01-01 00:00:00.250`: how a time goes into SQL. */
export function sqlTime(ms: number): string {
  return isoTime(ms).slice(0, 23).replace('T', ' ');
}

/** Milliseconds of a zone-less time as PostgreSQL prints it, alone or inside JSON; it is UTC. */
export function fromSqlTime(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

function isUnit(text: string | undefined): text is keyof typeof MS_PER_UNIT {
  return text !== undefined && text in MS_PER_UNIT;
}
