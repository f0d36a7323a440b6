/** Which keys there are, and what they hold. */
import type { Rule } from '../../rule.ts';
import { emptyValue } from './empty-value.ts';
import { ignoredKey } from './ignored-key.ts';
import { missingKey } from './missing-key.ts';
import { tooLong } from './too-long.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongType } from './wrong-type.ts';

export const SHAPE_RULES: readonly Rule[] = [
  emptyValue,
  ignoredKey,
  missingKey,
  tooLong,
  unknownKey,
  wrongType,
];
