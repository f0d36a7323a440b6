/** Keywords for numbers. Others pass. */
import type { Check, Keyword } from '../check.ts';
import { own, ownNumber } from '../../draft.ts';
import { fail } from '../check.ts';

export const NUMBER_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['minimum', (check) => limit(check, 'minimum', 'exclusiveMinimum', (value, bound) => value > bound)],
  ['maximum', (check) => limit(check, 'maximum', 'exclusiveMaximum', (value, bound) => value < bound)],
  [
    'exclusiveMinimum',
    (check) => exclusive(check, 'exclusiveMinimum', 'minimum', (value, bound) => value > bound),
  ],
  [
    'exclusiveMaximum',
    (check) => exclusive(check, 'exclusiveMaximum', 'maximum', (value, bound) => value < bound),
  ],
  ['multipleOf', (check) => multiple(check, 'multipleOf')],
  ['divisibleBy', (check) => multiple(check, 'divisibleBy')],
];

type Inside = (value: number, bound: number) => boolean;

/** In Ruby any `exclusive…` except false makes the plain limit exclusive, whatever number it holds. */
function limit(check: Check, key: string, exclusiveKey: string, isInside: Inside): void {
  const bound = ownNumber(check.schema, key);
  if (typeof check.data !== 'number' || bound === undefined) return;
  const flag = own(check.schema, exclusiveKey);
  const isExclusive = flag === true || (check.run.mode === 'strict' && typeof flag === 'number');
  if (isInside(check.data, bound) || (!isExclusive && check.data === bound)) return;
  fail(check, `did not have a ${key} value of ${bound}, ${isExclusive ? 'exclusively' : 'inclusively'}`);
}

/** Ruby's validator does not know the numeric form. */
function exclusive(check: Check, key: string, plainKey: string, isInside: Inside): void {
  const bound = ownNumber(check.schema, key);
  if (check.run.mode === 'strict' || typeof check.data !== 'number' || bound === undefined) return;
  if (!isInside(check.data, bound)) fail(check, `did not have a ${plainKey} value of ${bound}, exclusively`);
}

function multiple(check: Check, key: string): void {
  const divisor = ownNumber(check.schema, key);
  if (typeof check.data !== 'number' || divisor === undefined || isMultiple(check.data, divisor)) return;
  fail(check, `was not divisible by ${divisor}`);
}

/** In decimal digits, as the numbers are written: 0.3 is a multiple of 0.1. */
export function isMultiple(value: number, divisor: number): boolean {
  if (divisor === 0 || !Number.isFinite(value) || !Number.isFinite(divisor)) return false;
  const [a, b] = [decimal(value), decimal(divisor)];
  const digits = Math.max(a.digits, b.digits);
  return (a.units * 10n ** BigInt(digits - a.digits)) % (b.units * 10n ** BigInt(digits - b.digits)) === 0n;
}

/** A number as an integer of units and the count of its decimal digits. */
function decimal(value: number): { units: bigint; digits: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return digits >= 0 ? { units, digits } : { units: units * 10n ** BigInt(-digits), digits: 0 };
}
