import type { Fix, Problem } from '../../../template/problem.ts';
import type { KeyPath } from '../../../template/edit/template-edit.ts';
import { quote } from '../../../template/quote.ts';
import { child, textOf } from '../../../template/yaml/node.ts';
import type { MapNode } from '../../../template/yaml/node.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const successorFormat: Rule = {
  code: 'successor-format',
  severity: 'warning',
  title: "A handler as Tasker's successor writes it",
  reason:
    'The successor names a handler as a map with `callable`. This engine wants `handler_class` and `task_handler_class` with the name of a class; it ignores the map, and registering fails because the class is missing.',
  hint: 'Write the class as a text under `handler_class` or `task_handler_class`.',
  supersedes: 'unknown-key',
  check,
  fix,
};

const MEANT: Readonly<Record<string, string>> = {
  handler: 'handler_class',
  task_handler: 'task_handler_class',
};

function check({ merged, steps }: LintContext, report: Finding): void {
  look(merged, 'task_handler', report);
  for (const step of steps) look(step.node, 'handler', report);
}

function look(map: MapNode, key: string, report: Finding): void {
  const entry = map.entries.get(key);
  if (entry === undefined || child(entry.value, 'callable') === undefined) return;
  report(entry.keyPlace, `The key ${quote(key)} with a callable is read by Tasker's successor only.`);
}

function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const key = MEANT[String(keys?.at(-1))];
  if (keys === undefined || key === undefined) return [];
  const callable = textOf(child(nodeAt(root, keys), 'callable'));
  const target: KeyPath = [...keys.slice(0, -1), key];
  if (callable === undefined || nodeAt(root, target) !== undefined) return [];
  return [
    {
      title: `Write it as ${key}`,
      edit: {
        kind: 'several',
        edits: [
          { kind: 'set-value', path: keys, value: callable },
          { kind: 'rename-key', path: keys, key },
        ],
      },
    },
  ];
}
