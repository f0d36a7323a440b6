/**
 * The merging of an environment as edits of the text, so that comments, order and quoting of the base stay. It follows
 * `mergeEnvironment`, which decides what the result has to be; the caller compares.
 */
import type { KeyPath, TemplateEdit } from '../../template/edit/template-edit.ts';
import type { ListNode, MapNode, YamlNode } from '../../template/yaml/node.ts';
import { child } from '../../template/yaml/node.ts';
import { toJson } from '../../template/yaml/to-json.ts';

export function mergeEdits(root: MapNode, environment: string): readonly TemplateEdit[] {
  const overrides = child(child(root, 'environments'), environment);
  const values = overrides?.kind === 'map' ? mapEdits(root, overrides, []) : [];
  return [...values, { kind: 'delete-value', path: ['environments'] }];
}

function mapEdits(base: MapNode, overrides: MapNode, path: KeyPath): readonly TemplateEdit[] {
  return [...overrides.entries.values()].flatMap(({ key, value }) => {
    const before = base.entries.get(key)?.value;
    return valueEdits(before, value, [...path, key], key === 'step_templates');
  });
}

function valueEdits(
  before: YamlNode | undefined,
  value: YamlNode,
  path: KeyPath,
  isSteps: boolean,
): readonly TemplateEdit[] {
  if (before?.kind === 'map' && value.kind === 'map') return mapEdits(before, value, path);
  if (isSteps && before?.kind === 'list' && value.kind === 'list') return stepEdits(before, value, path);
  return [{ kind: 'set-value', path, value: toJson(value) }];
}

function stepEdits(base: ListNode, overrides: ListNode, path: KeyPath): readonly TemplateEdit[] {
  return overrides.items.flatMap((override) => {
    const name = nameOf(override);
    const index = base.items.findLastIndex((step) => nameOf(step) === name);
    const step = base.items[index];
    if (name === undefined || step?.kind !== 'map' || override.kind !== 'map') return [];
    return mapEdits(step, override, [...path, index]).filter((edit) => !isName(edit, path.length + 2));
  });
}

function nameOf(step: YamlNode): unknown {
  const name = child(step, 'name');
  return name?.kind === 'scalar' ? name.value : undefined;
}

/** The name is what the two were matched by: setting it again would only lose the way it is quoted. */
function isName(edit: TemplateEdit, length: number): boolean {
  return edit.kind === 'set-value' && edit.path.length === length && edit.path.at(-1) === 'name';
}
