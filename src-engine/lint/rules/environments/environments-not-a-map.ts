import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const environmentsNotAMap: Rule = explain('environments-not-a-map', {
  title: 'The environments are no map',
  reason:
    'The merge looks up the name of the Rails environment in the value. In a list or a text there is none, and building the template fails.',
});
