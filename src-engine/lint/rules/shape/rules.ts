/** Which keys there are, and what they hold. */
import type { Rule } from '../../rule.ts';
import { emptyValue } from './empty-value.ts';
import { ignoredKey } from './ignored-key.ts';
import { missingKey } from './missing-key.ts';
import { nullValue } from './null-value.ts';
import { successorFormat } from './successor-format.ts';
import { tooLong } from './too-long.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongType } from './wrong-type.ts';

export const SHAPE_RULES: readonly Rule[] = [
  emptyValue,
  ignoredKey,
  missingKey,
  nullValue,
  successorFormat,
  tooLong,
  unknownKey,
  wrongType,
];
