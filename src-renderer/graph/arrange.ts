/** Places for cards that are to stand in order: aligned, spread evenly, or off one another on a grid. Pure. */
import type { Point } from '../../src-engine/graph/layout/layout-types.ts';
import { CARD, GAP } from '../../src-engine/graph/layout/layout-types.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Cards are moved in steps of this many pixels. */
export const GRID = 10;

/** All cards have one size: to align their left sides is to align all of them. The nearest common line is taken. */
export function aligned(places: readonly Point[], alignment: Alignment): readonly Point[] {
  const isAcross = alignment === 'left' || alignment === 'centre' || alignment === 'right';
  const values = places.map(({ x, y }) => (isAcross ? x : y));
  const line = lineOf(values, alignment);
  return places.map((place) => (isAcross ? { ...place, x: line } : { ...place, y: line }));
}

function lineOf(values: readonly number[], alignment: Alignment): number {
  if (alignment === 'left' || alignment === 'top') return Math.min(...values);
  if (alignment === 'right' || alignment === 'bottom') return Math.max(...values);
  return snapped((Math.min(...values) + Math.max(...values)) / 2);
}

/** Equal distances between the first and the last, which stay. */
export function distributed(places: readonly Point[], along: 'x' | 'y'): readonly Point[] {
  const order = places
    .map((_, index) => index)
    .sort((one, other) => at(places, one)[along] - at(places, other)[along]);
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || places.length < 3) return places;
  const [start, end] = [at(places, first)[along], at(places, last)[along]];
  const result = [...places];
  for (const [rank, index] of order.entries()) {
    const value = start + ((end - start) * rank) / (places.length - 1);
    result[index] = { ...at(places, index), [along]: Math.round(value) };
  }
  return result;
}

/**
 * Every place on the grid and no card on another one: what overlaps goes aside, the nearest way that is free.
 * @param others Cards that stay where they are.
 */
export function tidied(places: readonly Point[], others: readonly Point[]): readonly Point[] {
  const taken = [...others];
  return places.map((place) => {
    const free = freePlace({ x: snapped(place.x), y: snapped(place.y) }, taken);
    taken.push(free);
    return free;
  });
}

/** The place itself, or the nearest one beside it at which no card is. */
export function freePlace(place: Point, taken: readonly Point[]): Point {
  for (let ring = 0; ring <= taken.length; ring += 1) {
    const found = around(place, ring).find((candidate) => !taken.some((other) => isOn(candidate, other)));
    if (found !== undefined) return found;
  }
  return place;
}

function around({ x, y }: Point, ring: number): readonly Point[] {
  const [across, down] = [ring * (CARD.width + GAP.beside), ring * (CARD.height + GAP.beside)];
  const moves = [
    [across, 0],
    [-across, 0],
    [0, down],
    [0, -down],
    [across, down],
    [-across, down],
  ] as const;
  return moves.map(([dx, dy]) => ({ x: snapped(x + dx), y: snapped(y + dy) }));
}

function isOn(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < CARD.width && Math.abs(one.y - other.y) < CARD.height;
}

function snapped(value: number): number {
  return Math.round(value / GRID) * GRID;
}

function at(places: readonly Point[], index: number): Point {
  return places[index] ?? { x: 0, y: 0 };
}
