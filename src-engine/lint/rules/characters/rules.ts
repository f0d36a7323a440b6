/** Single characters that YAML, Ruby or other tools trip over. */
import type { Rule } from '../../rule.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { controlCharacter } from './control-character.ts';
import { loneCarriageReturn } from './lone-carriage-return.ts';
import { loneSurrogate } from './lone-surrogate.ts';
import { mixedLineEndings } from './mixed-line-endings.ts';
import { unusualLineBreak } from './unusual-line-break.ts';

export const CHARACTERS_RULES: readonly Rule[] = [
  byteOrderMark,
  controlCharacter,
  loneCarriageReturn,
  loneSurrogate,
  mixedLineEndings,
  unusualLineBreak,
];
