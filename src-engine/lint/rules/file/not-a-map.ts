import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const notAMap: Rule = explain('not-a-map', {
  title: 'The file is no map of keys',
  reason:
    'The builder looks up keys such as `name` in the document. A list or a single value has none, and registering fails.',
});
