import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const mergeKeyRefused: Rule = explain('merge-key-refused', {
  title: 'A merge key',
  reason:
    '`<<` merges maps through aliases, and safe loading refuses aliases. Without an alias Ruby merges the map, other readers keep a key named `<<`.',
});
