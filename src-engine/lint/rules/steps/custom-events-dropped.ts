import { explain } from '../../explain.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Rule } from '../../rule.ts';

export const customEventsDropped: Rule = explain('custom-events-dropped', {
  title: 'Custom events that are dropped',
  reason:
    'The events of a YAML step are validated and then forgotten: only classes that declare them have them registered. Publishing such an event reaches no subscriber that waits for the catalogue.',
  needsChoice: true,
  fix: (problem, context) => deleteIt('Delete them from the template', problem, context),
});
