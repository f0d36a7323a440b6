import type { JsonObject } from '../../template.ts';
import { own, ownNumber } from '../draft.ts';

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

/** Near the lower bound, or 1 without bounds; `variant` steps away from there. */
export function sampleNumber(schema: JsonObject, isInteger: boolean, variant: number): number {
  const low = bound(schema, 'minimum', 'exclusiveMinimum', Math.max);
  const high = bound(schema, 'maximum', 'exclusiveMaximum', Math.min);
  const step = ownNumber(schema, 'multipleOf') ?? ownNumber(schema, 'divisibleBy');
  if (step !== undefined && step > 0) return multiple(low, high, isInteger ? wholeStep(step) : step, variant);
  return isInteger ? multiple(low, high, 1, variant) : between(low, high, variant);
}

/** The plain and the numeric exclusive form together. */
function bound(
  schema: JsonObject,
  key: string,
  exclusiveKey: string,
  tighter: (a: number, b: number) => number,
): Bound | undefined {
  const plain = ownNumber(schema, key);
  const exclusive = ownNumber(schema, exclusiveKey);
  const value =
    plain === undefined || exclusive === undefined ? (plain ?? exclusive) : tighter(plain, exclusive);
  if (value === undefined) return undefined;
  return { value, isExclusive: own(schema, exclusiveKey) === true || exclusive !== undefined };
}

/** Inside both bounds, so that it does not matter whether they are exclusive. */
function between(low: Bound | undefined, high: Bound | undefined, variant: number): number {
  if (low === undefined) return high === undefined ? 1 + variant : high.value - 1 - variant;
  if (high === undefined) return low.value + 1 + variant;
  return low.value + (high.value - low.value) / (variant + 2);
}

function multiple(low: Bound | undefined, high: Bound | undefined, step: number, variant: number): number {
  if (low !== undefined) return rounded((firstFrom(low, step) + variant) * step);
  if (high === undefined) return rounded((1 + variant) * step);
  const last = -firstFrom({ ...high, value: -high.value }, step);
  return rounded((Math.min(last, 1) - variant) * step);
}

/** How many steps lead to the first multiple that is not below the bound. */
function firstFrom(low: Bound, step: number): number {
  const count = Math.ceil(rounded(low.value / step));
  return low.isExclusive && rounded(count * step) === low.value ? count + 1 : count;
}

function wholeStep(step: number): number {
  let whole = step;
  for (let factor = 2; !Number.isInteger(whole) && factor < 1_000; factor += 1)
    whole = rounded(step * factor);
  return whole;
}

/** 3 * 0.1 is 0.30000000000000004; what was meant has fewer digits. Minus zero is zero. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12));
}
