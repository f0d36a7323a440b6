/** Writes single values so that Ruby reads back what was meant: its YAML 1.1 decides what needs quotation marks. */
import type { Json } from '../../template.ts';
import { readRubyScalar } from '../../yaml/values/ruby-scalar.ts';

export type Quoting = 'plain' | 'single' | 'double';

export interface ScalarWish {
  /** Taken where it is safe. */
  readonly prefer: Quoting;
  /** For what cannot stand without quotation marks. */
  readonly quote: 'single' | 'double';
  readonly isFlow: boolean;
}

type Single = Exclude<Json, readonly Json[] | { readonly [key: string]: Json }>;

export function scalarText(value: Single, wish: ScalarWish): string {
  if (typeof value === 'string') return textText(value, wish);
  return typeof value === 'number' ? numberText(value) : String(value);
}

function textText(value: string, { prefer, quote, isFlow }: ScalarWish): string {
  if (prefer === 'plain' && canBePlain(value, isFlow)) return value;
  const quoting = prefer === 'plain' ? quote : prefer;
  if (quoting === 'single' && !NEEDS_ESCAPE.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return doubleQuoted(value);
}

/** Control characters, invisible line breaks and marks, halves of characters. */
const NEEDS_ESCAPE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const ESCAPED_BESIDES_JSON = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

export function doubleQuoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    ESCAPED_BESIDES_JSON,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Values that YAML 1.1 gives a meaning of their own. */
const READ_OTHERWISE = /^(?:=|<<)$/;
const LEADING_INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\./;

function canBePlain(value: string, isFlow: boolean): boolean {
  if (value === '' || value !== value.trim() || NEEDS_ESCAPE.test(value)) return false;
  if (LEADING_INDICATOR.test(value) || READ_OTHERWISE.test(value)) return false;
  if (/:(?:\s|$)|\s#/.test(value) || (isFlow && /[,[\]{}]|:/.test(value))) return false;
  const { type, trap } = readRubyScalar(value);
  return type === 'string' && trap === undefined;
}

/** Ruby takes a number with an exponent for one only when it has a point and the exponent a sign. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}
