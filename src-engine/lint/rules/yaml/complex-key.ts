import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const complexKey: Rule = explain('complex-key', {
  title: 'A key that is no text',
  reason:
    'A list or a map as key is loaded as a Ruby array or hash. No key that the engine asks for can ever equal it.',
});
