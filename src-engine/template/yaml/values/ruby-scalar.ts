/**
 * Reads an unquoted scalar as Ruby's loader does: YAML 1.1 with Ruby's own additions and omissions.
 * A table of forms, tried in order; what matches none is text.
 */
import type { ScalarType } from '../node.ts';

/** Something the author may not expect; each has its own problem code. */
export type ScalarTrap =
  'date' | 'symbol' | 'word-boolean' | 'base-60' | 'octal' | 'not-finite' | 'not-a-number' | 'large';

export interface RubyScalar {
  readonly type: ScalarType;
  readonly value: string | number | boolean | null;
  readonly trap?: ScalarTrap;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (text: string) => RubyScalar;
}

const FORMS: readonly Form[] = [
  { pattern: /^(?:~|null|)$/i, read: () => ({ type: 'null', value: null }) },
  { pattern: /^(?:true|false)$/i, read: (text) => boolean(text.toLowerCase() === 'true') },
  { pattern: /^(?:yes|on)$/i, read: () => ({ ...boolean(true), trap: 'word-boolean' }) },
  { pattern: /^(?:no|off)$/i, read: () => ({ ...boolean(false), trap: 'word-boolean' }) },
  {
    pattern:
      /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/,
    read: date,
  },
  { pattern: /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/, read: date },
  { pattern: /^\+?\.inf$/i, read: () => notFinite(Number.POSITIVE_INFINITY) },
  { pattern: /^-\.inf$/i, read: () => notFinite(Number.NEGATIVE_INFINITY) },
  { pattern: /^\.nan$/i, read: () => notFinite(Number.NaN) },
  { pattern: /^:./, read: (text) => ({ type: 'symbol', value: text, trap: 'symbol' }) },
  { pattern: /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}$/, read: (text) => base60(text, 'integer') },
  { pattern: /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}\.[\d_]*$/, read: (text) => base60(text, 'float') },
  // A point is what makes a float: `1e5` is text in Ruby, and so is an exponent without a sign.
  { pattern: /^[-+]?(?:(?:\d[\d_,]*)?\.\d+|\d[\d_,]*\.)(?:e[-+]\d+)?$/i, read: float },
  { pattern: /^[-+]?0b[01_,]+$/, read: (text) => integer(text, 2, 2) },
  { pattern: /^[-+]?0x[\da-f_,]+$/i, read: (text) => integer(text, 2, 16) },
  { pattern: /^[-+]?0[0-7_,]+$/, read: (text) => ({ trap: 'octal', ...integer(text, 1, 8) }) },
  { pattern: /^[-+]?(?:0|[1-9](?:\d|[,_]\d)*)$/, read: (text) => integer(text, 0, 10) },
  {
    pattern: /^[-+]?(?:\d[\d_]*(?:\.\d*)?e[-+]?\d+|0o[0-7]+)$/i,
    read: (text) => ({ type: 'string', value: text, trap: 'not-a-number' }),
  },
];

/** Longer scalars are text: no form above is longer in practice, and the patterns stay cheap. */
const LONGEST_FORM = 100;

export function readRubyScalar(text: string): RubyScalar {
  if (text.length <= LONGEST_FORM && !text.includes('\n')) {
    const form = FORMS.find(({ pattern }) => pattern.test(text));
    if (form !== undefined) return form.read(text);
  }
  return { type: 'string', value: text };
}

function boolean(value: boolean): RubyScalar {
  return { type: 'boolean', value };
}

/** Ruby's safe load refuses the classes Date and Time, so the value never comes to be. */
function date(text: string): RubyScalar {
  return { type: 'string', value: text, trap: 'date' };
}

function notFinite(value: number): RubyScalar {
  return { type: 'float', value, trap: 'not-finite' };
}

function float(text: string): RubyScalar {
  return { type: 'float', value: Number(text.replaceAll(/[,_]/g, '')) };
}

function integer(text: string, prefixLength: number, base: number): RubyScalar {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').slice(prefixLength).replaceAll(/[,_]/g, '');
  if (digits === '') return { type: 'string', value: text };
  const value = base === 10 ? sign * Number(digits) : sign * Number.parseInt(digits, base);
  const scalar: RubyScalar = { type: 'integer', value: value === 0 ? 0 : value };
  return Number.isSafeInteger(value) ? scalar : { ...scalar, trap: 'large' };
}

/** Ruby weighs the first part with 3600 even when there are only two, so `1:30` is 5400. */
function base60(text: string, type: 'integer' | 'float'): RubyScalar {
  const parts = text.replaceAll('_', '').split(':').map(Number);
  const value = parts.reduce((sum, part, index) => sum + part * 60 ** Math.abs(index - 2), 0);
  return { type, value, trap: 'base-60' };
}
