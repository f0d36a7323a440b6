/** Values that are read as something else than they look like. */
import type { Rule } from '../../rule.ts';
import { base60Number } from './base-60-number.ts';
import { largeNumber } from './large-number.ts';
import { notFiniteNumber } from './not-finite-number.ts';
import { octalNumber } from './octal-number.ts';
import { symbolScalar } from './symbol-scalar.ts';
import { textNotNumber } from './text-not-number.ts';
import { unquotedDate } from './unquoted-date.ts';
import { wordBoolean } from './word-boolean.ts';

export const SCALARS_RULES: readonly Rule[] = [
  base60Number,
  largeNumber,
  notFiniteNumber,
  octalNumber,
  symbolScalar,
  textNotNumber,
  unquotedDate,
  wordBoolean,
];
