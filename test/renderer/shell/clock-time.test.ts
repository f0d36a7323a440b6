import { expect, it } from 'vitest';
import { clockTime } from '../../../src-renderer/shell/run/clock-time.ts';

it.each([
  [0, '00:00.000'],
  [4_250, '00:04.250'],
  [61_001, '01:01.001'],
  [3_723_450, '1:02:03.450'],
  [183_600_000, '2d 03:00:00'],
])('shows %i ms of virtual time as %s', (ms, shown) => {
  expect(clockTime(ms)).toBe(shown);
});
