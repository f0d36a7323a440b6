/** Chance that can be repeated: a small generator from a seed. */
export interface Chance {
  /** From 0 up to, not including, the number. */
  readonly below: (count: number) => number;
  readonly is: (probability: number) => boolean;
  readonly of: <T>(items: readonly T[]) => T;
  /** Each with the probability. */
  readonly some: <T>(items: readonly T[], probability: number) => readonly T[];
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    is: (probability) => next() < probability,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    some: (items, probability) => items.filter(() => next() < probability),
  };
}
