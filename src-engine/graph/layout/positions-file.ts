/**
 * The file beside a template that says where cards were moved by hand: `<template>.layout.json`. Only a drawing depends on
 * it; one that cannot be read is as good as none. Pure.
 */
import type { Direction, Point } from './layout-types.ts';

export type CardPositions = Readonly<Record<Direction, ReadonlyMap<string, Point>>>;

const FORMAT = 1;

/** Null when the text is no such file. What of it makes no sense is left out. */
export function readPositions(text: string): CardPositions | null {
  const data = parsed(text);
  if (!isObject(data) || data['format'] !== FORMAT) return null;
  return { down: placesIn(data['down']), right: placesIn(data['right']) };
}

/**
 * Sorted by name, so that moving one card changes one line of the file.
 * @param names Steps that exist: places of others are forgotten.
 * @returns Null when nothing was moved: then there is no need for a file.
 */
export function printPositions(positions: CardPositions, names: ReadonlySet<string>): string | null {
  const [down, right] = [listed(positions.down, names), listed(positions.right, names)];
  if (down.length === 0 && right.length === 0) return null;
  const block = (places: readonly string[]): string =>
    places.length === 0 ? '{}' : `{\n${places.join(',\n')}\n  }`;
  return `{\n  "format": ${FORMAT},\n  "down": ${block(down)},\n  "right": ${block(right)}\n}\n`;
}

function listed(places: ReadonlyMap<string, Point>, names: ReadonlySet<string>): readonly string[] {
  return [...places]
    .filter(([name]) => names.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { x, y }]) => `    ${JSON.stringify(name)}: [${Math.round(x)}, ${Math.round(y)}]`);
}

function placesIn(value: unknown): ReadonlyMap<string, Point> {
  if (!isObject(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, place]) => {
      const point = pointOf(place);
      return point === null ? [] : [[name, point] as const];
    }),
  );
}

function pointOf(value: unknown): Point | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: readonly unknown[] = value;
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? { x, y }
    : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
