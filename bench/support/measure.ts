/** Measuring and reporting, the same for every benchmark. */

export interface Target {
  /** The value is to be this or more. */
  readonly atLeast?: number;
  /** The value is to be this or less. */
  readonly atMost?: number;
}

/** The middle value; of an even number of values the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new Error('there is no median of nothing');
  return middle;
}

/** Milliseconds that `work` takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Prints one figure; one that misses its target is marked and makes the process fail. */
export function report(name: string, value: number, target: Target = {}): void {
  const isMissed = value < (target.atLeast ?? -Infinity) || value > (target.atMost ?? Infinity);
  const wanted = [
    target.atLeast === undefined ? '' : `at least ${target.atLeast}`,
    target.atMost === undefined ? '' : `at most ${target.atMost}`,
  ].filter((text) => text !== '');
  const aim = wanted.length === 0 ? '' : ` (${wanted.join(', ')})`;
  console.log(`${isMissed ? 'MISSED' : '      '} ${rounded(value).padStart(10)}  ${name}${aim}`);
  if (isMissed) process.exitCode = 1;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
