/** Numbers as a row of columns, and as a bar. */

const HEIGHTS = '▁▂▃▄▅▆▇█';
const NOTHING = '·';

/** One character a number; what is there at all is never as low as nothing. */
export function columnsOf(values: readonly number[], most: number): string {
  return values
    .map((value) => {
      if (value <= 0 || most <= 0) return NOTHING;
      const step = Math.ceil((value / most) * HEIGHTS.length);
      return HEIGHTS[Math.min(HEIGHTS.length, Math.max(1, step)) - 1] ?? NOTHING;
    })
    .join('');
}

export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return '';
  const length = Math.round((value / most) * width);
  return length === 0 ? '▏' : '█'.repeat(Math.min(width, length));
}

/** Neighbours added up, until there are no more than `most` groups; `size` is how many make one. */
export function grouped<Value>(
  values: readonly Value[],
  most: number,
): { readonly size: number; readonly groups: readonly (readonly Value[])[] } {
  const size = Math.max(1, Math.ceil(values.length / most));
  const count = Math.ceil(values.length / size);
  const groups = Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
  return { size, groups };
}
