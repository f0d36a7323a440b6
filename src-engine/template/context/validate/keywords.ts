/** The table of all keywords. To add one, write a function of its kind and list it in that file. */
import type { Keyword } from './check.ts';
import { ARRAY_KEYWORDS } from './keywords/array-keywords.ts';
import { COMBINATION_KEYWORDS } from './keywords/combination-keywords.ts';
import { NUMBER_KEYWORDS } from './keywords/number-keywords.ts';
import { OBJECT_KEYWORDS } from './keywords/object-keywords.ts';
import { STRING_KEYWORDS } from './keywords/string-keywords.ts';
import { VALUE_KEYWORDS } from './keywords/value-keywords.ts';

export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ...VALUE_KEYWORDS,
  ...NUMBER_KEYWORDS,
  ...STRING_KEYWORDS,
  ...ARRAY_KEYWORDS,
  ...OBJECT_KEYWORDS,
  ...COMBINATION_KEYWORDS,
]);
