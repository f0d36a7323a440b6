import { describe, expect, it } from 'vitest';
import { durationMs, fromSqlTime, isoTime, sqlTime } from '../../../src-engine/run/time/virtual-time.ts';

describe('virtual time', () => {
  it('reads durations as seconds or with a unit', () => {
    expect([1.5, '250ms', '2s', '5m', '1h', '1d', '0.5h'].map(durationMs)).toEqual([
      1_500, 250, 2_000, 300_000, 3_600_000, 86_400_000, 1_800_000,
    ]);
  });

  it('refuses what is no duration', () => {
    expect(() => durationMs('soon')).toThrow('not a duration: soon');
  });

  it('reads what PostgreSQL prints, alone or inside JSON, as UTC', () => {
    const time = Date.UTC(2030, 0, 1, 12, 0, 2, 250);
    expect(fromSqlTime('2030-01-01 12:00:02.25')).toBe(time);
    expect(fromSqlTime('2030-01-01T12:00:02.25')).toBe(time);
    expect(fromSqlTime(sqlTime(time))).toBe(time);
    expect(isoTime(time)).toBe('2030-01-01T12:00:02.250Z');
  });
});
