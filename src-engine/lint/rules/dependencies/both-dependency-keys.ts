import type { Fix, Problem } from '../../../template/problem.ts';
import type { TemplateEdit } from '../../../template/edit/template-edit.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import { child, itemsOf, textOf } from '../../../template/yaml/node.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const bothDependencyKeys: Rule = {
  code: 'both-dependency-keys',
  severity: 'info',
  title: 'Dependencies under both keys',
  reason:
    'Parents are those of `depends_on_step` and `depends_on_steps` together. That works, and hides one of the two from whoever reads only the other.',
  hint: 'Put all of them into `depends_on_steps`.',
  check,
  fix,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const single = step.node.entries.get('depends_on_step');
    if (textOf(single?.value) === undefined || single === undefined) continue;
    if (itemsOf(child(step.node, 'depends_on_steps')).length === 0) continue;
    report(single.keyPlace, `The step ${stepLabel(step)} names its parents under two keys.`);
  }
}

function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  if (keys === undefined) return [];
  const step = keys.slice(0, -1);
  const name = textOf(nodeAt(root, keys));
  const list = itemsOf(nodeAt(root, [...step, 'depends_on_steps']));
  if (name === undefined || list.length === 0) return [];
  const add: TemplateEdit = {
    kind: 'set-value',
    path: [...step, 'depends_on_steps', list.length],
    value: name,
  };
  const isListed = list.some((item) => textOf(item) === name);
  return [
    {
      title: 'Move it into depends_on_steps',
      edit: {
        kind: 'several',
        edits: [...(isListed ? [] : [add]), { kind: 'delete-value', path: keys }],
      },
    },
  ];
}
