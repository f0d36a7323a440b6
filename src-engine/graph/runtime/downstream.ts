/** How many steps wait behind each step; counted for all steps at once with one bit per pair. */
import type { StepGraph } from '../step-graph.ts';

export interface Downstream {
  readonly all: number;
  /** Those of them that are marked. */
  readonly marked: number;
}

const BITS = 32;

/** By position; steps that `order` leaves out, being on or behind a cycle, count nothing. */
export function countDownstream(
  graph: StepGraph,
  order: readonly number[],
  marked: readonly boolean[],
): readonly Downstream[] {
  const width = Math.ceil(graph.names.length / BITS);
  const mask = new Uint32Array(width);
  for (const [index, isMarked] of marked.entries()) if (isMarked) setBit(mask, index);
  const behind: Uint32Array[] = [];
  const counts = graph.names.map((): Downstream => ({ all: 0, marked: 0 }));
  for (const index of order.toReversed()) {
    const set = new Uint32Array(width);
    for (const child of graph.children[index] ?? []) {
      setBit(set, child);
      for (const [word, bits] of behind[child]?.entries() ?? []) set[word] = (set[word] ?? 0) | bits;
    }
    behind[index] = set;
    counts[index] = countBits(set, mask);
  }
  return counts;
}

function setBit(set: Uint32Array, index: number): void {
  const word = Math.floor(index / BITS);
  set[word] = (set[word] ?? 0) | (1 << (index % BITS));
}

function countBits(set: Uint32Array, mask: Uint32Array): Downstream {
  let all = 0;
  let marked = 0;
  for (let word = 0; word < set.length; word++) {
    const bits = set[word] ?? 0;
    all += ones(bits);
    marked += ones(bits & (mask[word] ?? 0));
  }
  return { all, marked };
}

/** Sums neighbouring bits, then pairs, then nibbles; a loop over set bits would be slow on full words. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
