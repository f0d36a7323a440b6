import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import { setValue } from '../../fixes/fixes.ts';
import { quote } from '../../../template/quote.ts';
import { textOf } from '../../../template/yaml/node.ts';
import { listAsNamed } from '../../fixes/named-steps.ts';

export const duplicateStepName: Rule = explain('duplicate-step-name', {
  title: 'Two steps with one name',
  reason:
    'Both become one row in the database: limits come from the first template, the handler class and its configuration from the last. One of the two is never executed as written.',
  needsChoice: true,
  fix: rename,
});

/** Whoever waits for the name goes on waiting for the first of the two. */
function rename({ path }: Problem, context: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, context.root);
  const name = keys && textOf(nodeAt(context.root, keys));
  if (keys === undefined || name === undefined) return [];
  const taken = new Set(context.steps.map((step) => step.name));
  let number = 2;
  while (taken.has(`${name}_${number}`)) number += 1;
  const fresh = `${name}_${number}`;
  const { title, edit } = setValue(`Rename this one to ${quote(fresh)}`, keys, fresh);
  return [{ title, edit: { kind: 'several', edits: [edit, ...listAsNamed(fresh, context.root)] } }];
}
