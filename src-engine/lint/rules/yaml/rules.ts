/** What Ruby makes of YAML beyond plain values: anchors, tags, keys. */
import type { Rule } from '../../rule.ts';
import { aliasRefused } from './alias-refused.ts';
import { anchorRefused } from './anchor-refused.ts';
import { complexKey } from './complex-key.ts';
import { duplicateKey } from './duplicate-key.ts';
import { keyNotText } from './key-not-text.ts';
import { mergeKeyRefused } from './merge-key-refused.ts';
import { tagRefused } from './tag-refused.ts';
import { unknownTag } from './unknown-tag.ts';
import { unusedAnchor } from './unused-anchor.ts';

export const YAML_RULES: readonly Rule[] = [
  aliasRefused,
  anchorRefused,
  complexKey,
  duplicateKey,
  keyNotText,
  mergeKeyRefused,
  tagRefused,
  unknownTag,
  unusedAnchor,
];
