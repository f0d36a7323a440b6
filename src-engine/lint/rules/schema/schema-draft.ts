import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import { deleteIt } from '../../fixes/fixes.ts';

export const schemaDraft: Rule = explain('schema-draft', {
  title: 'A schema draft that the validator does not know',
  reason: 'Drafts 3, 4 and 6 are known. Another `$schema` raises an error when a task is created.',
  fix: (problem, context) => deleteIt('Delete $schema', problem, context),
});
