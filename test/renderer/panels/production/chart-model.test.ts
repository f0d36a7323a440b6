import { describe, expect, test } from 'vitest';
import { chartModel, chartWords } from '../../../../src-renderer/panels/production/overview/chart-model.ts';

const bucket = (hour: number, created: number, completed: number, failed: number) => ({
  at: `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
  created,
  completed,
  failed,
});
const THROUGHPUT = {
  bucketMinutes: 60,
  buckets: [bucket(9, 40, 20, 0), bucket(10, 5_000, 10, 1)],
};

describe('the chart of the throughput', () => {
  const model = chartModel(THROUGHPUT, 800, 100);

  test('has a round upper edge, and bars that stand on the lower one', () => {
    expect(model.top).toBe(5_000);
    for (const { y, height } of model.groups.flatMap(({ bars }) => bars)) {
      expect(y + height).toBeCloseTo(100);
      expect(y).toBeGreaterThanOrEqual(0);
    }
    expect(model.groups[1]?.bars[0]?.height).toBe(100);
  });

  test('draws nothing for nothing, and something for one among thousands', () => {
    const heights = (group: number) => model.groups[group]?.bars.map(({ height }) => height);
    expect(heights(0)?.[2]).toBe(0);
    expect(heights(1)?.[2]).toBe(1.5);
  });

  test('keeps every bar within its own stretch of time', () => {
    for (const { x, width, bars } of model.groups) {
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(x);
        expect(bar.x + bar.width).toBeLessThanOrEqual(x + width + 1e-9);
      }
    }
  });

  test('says every stretch, and all of it, in words', () => {
    expect(model.groups[1]?.words).toBe('2026-03-01 10:00 UTC: 5,000 created, 10 completed, 1 failed');
    expect(chartWords(THROUGHPUT)).toBe(
      'Tasks in steps of 60 minutes, UTC: 5,040 created, 30 completed, 1 failed',
    );
  });

  test('labels no more stretches than there is room for', () => {
    const many = {
      bucketMinutes: 60,
      buckets: Array.from({ length: 24 }, (_, hour) => bucket(hour, 1, 1, 0)),
    };
    const { labels } = chartModel(many, 800, 100);
    expect(labels.map(({ text }) => text)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ]);
  });

  test('of nothing at all has no bars', () => {
    expect(chartModel({ bucketMinutes: 5, buckets: [] }, 800, 100)).toEqual({
      top: 1,
      groups: [],
      labels: [],
    });
  });
});
