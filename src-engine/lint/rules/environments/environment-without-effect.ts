import type { KeyPath } from '../../../template/edit/template-edit.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import type { MapEntry, MapNode, Place, YamlNode } from '../../../template/yaml/node.ts';
import { child, isNull, itemsOf, textOf } from '../../../template/yaml/node.ts';
import { deletePath } from '../../fixes/fixes.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import { isSame } from '../../fixes/same-value.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const environmentWithoutEffect: Rule = {
  code: 'environment-without-effect',
  severity: 'info',
  title: 'An override that changes nothing',
  reason:
    'Maps are merged key by key, so an empty map adds nothing, and a value equal to that of the base replaces it by itself. The override looks like a difference between environments where there is none.',
  hint: 'Delete the override.',
  check,
  fix,
};

type Tell = (place: Place, what: string) => void;

function check({ root }: LintContext, report: Finding): void {
  const block = child(root, 'environments');
  if (block?.kind !== 'map') return;
  for (const { key, keyPlace, value } of block.entries.values()) {
    if (isNull(value) || (value.kind === 'map' && value.entries.size === 0)) {
      report(keyPlace, `The environment ${quote(key)} overrides nothing.`);
    } else {
      compareMaps(root, value, (place, what) =>
        report(place, `In the environment ${quote(key)} ${what} changes nothing.`),
      );
    }
  }
}

function compareMaps(base: YamlNode | undefined, override: YamlNode, tell: Tell): void {
  if (override.kind !== 'map') return;
  for (const entry of override.entries.values()) {
    const before = child(base, entry.key);
    if (before !== undefined) compareEntry(before, entry, tell);
  }
}

/** Walks the override as the merge does: what is replaced is compared, what is merged is looked into. */
function compareEntry(before: YamlNode, { key, keyPlace, value }: MapEntry, tell: Tell): void {
  if (key === 'step_templates' && before.kind === 'list' && value.kind === 'list') {
    compareSteps(before, value, tell);
  } else if (before.kind === 'map' && value.kind === 'map') {
    if (value.entries.size === 0) tell(keyPlace, `the empty map ${quote(key)}`);
    else compareMaps(before, value, tell);
  } else if (isSame(before, value)) {
    tell(keyPlace, `the value of ${quote(key)} is that of the base document and`);
  }
}

function compareSteps(base: YamlNode, overrides: YamlNode, tell: Tell): void {
  const byName = new Map(itemsOf(base).map((step) => [textOf(child(step, 'name')), step]));
  for (const override of itemsOf(overrides)) {
    const name = textOf(child(override, 'name'));
    const step = name === undefined ? undefined : byName.get(name);
    if (step === undefined || override.kind !== 'map') continue;
    if (override.entries.size === 1) tell(override.place, 'an override with only the name of its step');
    for (const entry of override.entries.values()) {
      const before = entry.key === 'name' ? undefined : child(step, entry.key);
      if (before !== undefined) compareEntry(before, entry, tell);
    }
  }
}

/** With what would be left empty by it, an override with nothing but the name of its step included. */
function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  let keys = keyPathOf(path, root);
  while (keys !== undefined && keys.length > 1 && isAllOf(keys, root)) keys = keys.slice(0, -1);
  return keys === undefined || keys.length === 0 ? [] : [deletePath('Delete the override', keys, root)];
}

function isAllOf(keys: KeyPath, root: MapNode): boolean {
  const parent = nodeAt(root, keys.slice(0, -1));
  if (parent?.kind === 'list') return parent.items.length === 1;
  const [, , list, , key, ...deeper] = keys;
  const isNamedStep = list === 'step_templates' && key !== undefined && deeper.length === 0;
  return (
    parent?.kind === 'map' && parent.entries.size === (isNamedStep && parent.entries.has('name') ? 2 : 1)
  );
}
