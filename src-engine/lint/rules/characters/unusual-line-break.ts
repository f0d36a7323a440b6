import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const unusualLineBreak: Rule = explain('unusual-line-break', {
  title: 'A line break that few programs know',
  reason:
    'Ruby ends the line at this character, other readers do not. The same file is read differently in different places.',
});
