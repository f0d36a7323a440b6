import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt, takeSuggestion } from '../../fixes/fixes.ts';

export const unknownDependency: Rule = explain('unknown-dependency', {
  title: 'A dependency on a step that does not exist',
  reason:
    'Nothing is checked when the template is loaded. Creating a task fails, with an error about a missing step that does not say which one.',
  needsChoice: true,
  fix: (problem, context) => [
    ...takeSuggestion(problem, context),
    ...deleteIt('Delete the dependency', problem, context),
  ],
});
