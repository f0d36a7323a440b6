/**
 * Seeded chance, drawn by key: the same seed and key give the same number whatever was drawn before. So a fork that
 * changes one fault leaves every other latency as it was.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
  /** Uniform number in [0, 1). */
  readonly unit: (key: string) => number;
  /** Uniform integer in [from, to]. */
  readonly integer: (key: string, from: number, to: number) => number;
  /** Standard normal number. */
  readonly normal: (key: string) => number;
}

export function chanceFrom(seed: number): Chance {
  const generator = (key: string): ReturnType<typeof xoroshiro128plus> => xoroshiro128plus(keyed(seed, key));
  const unit = (key: string): number => uniformFloat64(generator(key));
  return {
    unit,
    integer: (key, from, to) => uniformInt(generator(key), from, to),
    // Box–Muller; 1 - u keeps the logarithm away from zero.
    normal: (key) =>
      Math.sqrt(-2 * Math.log(1 - unit(`${key}/radius`))) * Math.cos(2 * Math.PI * unit(`${key}/angle`)),
  };
}

/** FNV-1a over seed and key, as a signed 32-bit integer: what the generator takes as its seed. */
function keyed(seed: number, key: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  // A last avalanche, because keys differ mostly in their final characters.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
