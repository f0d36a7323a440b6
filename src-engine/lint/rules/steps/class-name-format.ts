import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const classNameFormat: Rule = explain('class-name-format', {
  title: 'A class name that is no Ruby constant',
  reason:
    'The class is looked up when the template is built. What is no constant cannot be found, and the name error does not say which template asked.',
});
