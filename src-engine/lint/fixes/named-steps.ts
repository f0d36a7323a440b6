/** Puts names on the whitelist `named_steps`. */
import type { TemplateEdit } from '../../template/edit/template-edit.ts';
import type { Fix, Problem } from '../../template/problem.ts';
import type { MapNode } from '../../template/yaml/node.ts';
import { child, textOf } from '../../template/yaml/node.ts';
import { keyPathOf, nodeAt } from './key-path.ts';

/** The name that the problem is about. */
export function addNamedStep({ path }: Problem, root: MapNode): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const name = keys && textOf(nodeAt(root, keys));
  const edits = name === undefined ? [] : listAsNamed(name, root);
  return edits.map((edit) => ({ title: 'Add the name to named_steps', edit }));
}

/** Nothing where there is no such list. */
export function listAsNamed(name: string, root: MapNode): readonly TemplateEdit[] {
  const list = child(root, 'named_steps');
  if (list?.kind !== 'list') return [];
  return [{ kind: 'set-value', path: ['named_steps', list.items.length], value: name }];
}
