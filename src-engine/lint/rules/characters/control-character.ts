import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const controlCharacter: Rule = explain('control-character', {
  title: 'A control character',
  reason:
    'YAML forbids most control characters, so the file does not load. They come from terminals and from copied text and cannot be seen.',
  fix: ({ offset }) => [replaceText('Delete the character', offset, 1, '')],
});
