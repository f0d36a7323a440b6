/**
 * Moves the cards of each row sideways until edges are about as short and straight as they can be, without changing the
 * order in a row. dagre's own way of doing this needs ten times the width where many edges cross. Pure.
 */

/** A card in a row, or a point where an edge passes through the row. */
export interface Slot {
  readonly breadth: number;
  /** Free space it wants on either side; between two the larger one counts. */
  readonly margin: number;
}

export interface Link {
  readonly one: number;
  readonly other: number;
  /** How much it matters that the two stand in one line. */
  readonly weight: number;
}

/** Enough for a chain of forty rows to come to rest; each is linear in slots and links. */
const SWEEPS = 24;

/**
 * @param rows Positions of slots, row after row, each in its order.
 * @param links Between slots of different rows.
 * @returns The middle of each slot.
 */
export function straighten(
  slots: readonly Slot[],
  rows: readonly (readonly number[])[],
  links: readonly Link[],
): readonly number[] {
  const middles = slots.map(() => 0);
  const pulls = pullsOf(slots.length, links);
  const offsets = rows.map((row) => offsetsOf(row, slots));
  const settle = (row: readonly number[], index: number, isSeen: (slot: number) => boolean): void => {
    const wanted = row.map((slot) => wantedMiddle(slot, middles, pulls, isSeen));
    const placed = nearestInOrder(wanted, offsets[index] ?? []);
    for (const [place, slot] of row.entries()) middles[slot] = placed[place] ?? 0;
  };
  const rowOf = rowsBySlot(slots.length, rows);
  // First down and up again, each row by the rows it comes from; then all by both sides, until it rests.
  rows.forEach((row, index) => settle(row, index, (slot) => (rowOf[slot] ?? 0) < index));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    rows.toReversed().forEach((row, back) => settle(row, rows.length - 1 - back, () => true));
    rows.forEach((row, index) => settle(row, index, () => true));
  }
  return middles;
}

interface Pull {
  readonly slot: number;
  readonly weight: number;
}

function pullsOf(count: number, links: readonly Link[]): readonly (readonly Pull[])[] {
  const pulls: Pull[][] = Array.from({ length: count }, () => []);
  for (const { one, other, weight } of links) {
    pulls[one]?.push({ slot: other, weight });
    pulls[other]?.push({ slot: one, weight });
  }
  return pulls;
}

function rowsBySlot(count: number, rows: readonly (readonly number[])[]): readonly number[] {
  const rowOf = Array.from({ length: count }, () => 0);
  for (const [index, row] of rows.entries()) for (const slot of row) rowOf[slot] = index;
  return rowOf;
}

/** Least distance of each slot from the first one of its row. */
function offsetsOf(row: readonly number[], slots: readonly Slot[]): readonly number[] {
  let offset = 0;
  return row.map((slot, place) => {
    const [left, right] = [slots[row[place - 1] ?? -1], slots[slot]];
    if (left !== undefined && right !== undefined)
      offset += (left.breadth + right.breadth) / 2 + Math.max(left.margin, right.margin);
    return offset;
  });
}

interface Wanted {
  readonly middle: number;
  readonly weight: number;
}

/** Where its neighbours pull it; without any it stays where it is, and gives way. */
function wantedMiddle(
  slot: number,
  middles: readonly number[],
  pulls: readonly (readonly Pull[])[],
  isSeen: (slot: number) => boolean,
): Wanted {
  let [sum, weight] = [0, 0];
  for (const pull of pulls[slot] ?? []) {
    if (!isSeen(pull.slot)) continue;
    sum += (middles[pull.slot] ?? 0) * pull.weight;
    weight += pull.weight;
  }
  return weight === 0 ? { middle: middles[slot] ?? 0, weight: 0.01 } : { middle: sum / weight, weight };
}

/**
 * The places nearest to the wanted ones (by squares) that keep order and distances: slots that would come too close are
 * joined into a block, which stands at their mean.
 */
function nearestInOrder(wanted: readonly Wanted[], offsets: readonly number[]): readonly number[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  for (const [place, { middle, weight }] of wanted.entries()) {
    let block = { sum: (middle - (offsets[place] ?? 0)) * weight, weight, count: 1 };
    for (
      let left = blocks.at(-1);
      left !== undefined && meanOf(left) >= meanOf(block);
      left = blocks.at(-1)
    ) {
      blocks.pop();
      block = {
        sum: left.sum + block.sum,
        weight: left.weight + block.weight,
        count: left.count + block.count,
      };
    }
    blocks.push(block);
  }
  return blocks
    .flatMap((block) => Array.from({ length: block.count }, () => meanOf(block)))
    .map((mean, place) => mean + (offsets[place] ?? 0));
}

function meanOf({ sum, weight }: { readonly sum: number; readonly weight: number }): number {
  return sum / weight;
}
