/** Comments that silence rules. */
import type { Rule } from '../../rule.ts';
import { unknownSuppressedCode } from './unknown-suppressed-code.ts';
import { unusedSuppression } from './unused-suppression.ts';

export const SUPPRESSIONS_RULES: readonly Rule[] = [unknownSuppressedCode, unusedSuppression];
