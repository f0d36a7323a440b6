import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const duplicateKey: Rule = explain('duplicate-key', {
  title: 'A key stands in a map twice',
  reason:
    'Ruby keeps the last of two equal keys and says nothing. Whoever corrects the first one changes nothing.',
});
