import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../src-engine/run/time/agenda.ts';

function drain<Item>(agenda: Agenda<Item>): { at: number; item: Item }[] {
  const items: { at: number; item: Item }[] = [];
  for (let next = agenda.next(); next !== undefined; next = agenda.next())
    items.push({ at: next.at, item: next.item });
  return items;
}

describe('the agenda', () => {
  it('gives things in the order of their time, and at the same time in the order they were planned', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const agenda = new Agenda<number>();
        times.forEach((at, index) => agenda.add(at, index));
        const expected = times
          .map((at, item) => ({ at, item }))
          .sort((a, b) => a.at - b.at || a.item - b.item);
        expect(drain(agenda)).toEqual(expected);
      }),
    );
  });

  it('moves what was planned for a pause to its end, keeping the order, and leaves the rest', () => {
    const agenda = new Agenda<string>();
    agenda.add(5, 'later');
    agenda.add(3, 'second');
    agenda.add(1, 'first');
    agenda.delayUntil(4);
    expect(drain(agenda)).toEqual([
      { at: 4, item: 'first' },
      { at: 4, item: 'second' },
      { at: 5, item: 'later' },
    ]);
  });

  it('takes out what matches and keeps the order of the rest', () => {
    const agenda = new Agenda<number>();
    for (let item = 0; item < 10; item++) agenda.add(10 - item, item);
    expect(agenda.remove((item) => item % 2 === 0)).toHaveLength(5);
    expect(drain(agenda).map(({ item }) => item)).toEqual([9, 7, 5, 3, 1]);
  });
});
