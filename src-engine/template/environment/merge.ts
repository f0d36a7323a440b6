/** Merges one environment into the base document, as Tasker does before it validates anything. */
import type { Report } from '../problem-codes.ts';
import type { ListNode, MapEntry, MapNode, YamlNode } from '../yaml/node.ts';
import { child } from '../yaml/node.ts';

/** The base without its `environments` key, with the overrides of one environment if there are any. */
export function mergeEnvironment(root: MapNode, environment: string | undefined, report: Report): MapNode {
  const base = withoutEnvironments(root);
  if (environment === undefined) return base;
  const overrides = child(child(root, 'environments'), environment);
  return overrides?.kind === 'map' ? mergeMaps(base, overrides, report) : base;
}

function withoutEnvironments(root: MapNode): MapNode {
  const entries = new Map(root.entries);
  entries.delete('environments');
  return { ...root, entries };
}

/** Maps are merged key by key; anything else is replaced. `step_templates` is special at every depth. */
function mergeMaps(base: MapNode, overrides: MapNode, report: Report): MapNode {
  const entries = new Map(base.entries);
  for (const override of overrides.entries.values()) {
    const before = base.entries.get(override.key);
    entries.set(override.key, { ...override, value: mergeValues(before?.value, override, report) });
  }
  return { ...base, entries };
}

function mergeValues(before: YamlNode | undefined, override: MapEntry, report: Report): YamlNode {
  if (before?.kind === 'map' && override.value.kind === 'map')
    return mergeMaps(before, override.value, report);
  if (override.key !== 'step_templates') return override.value;
  if (before?.kind === 'list' && override.value.kind === 'list')
    return mergeSteps(before, override.value, report);
  const message = 'The override of step_templates needs a list of steps in the base and in the environment.';
  report('environment-merge-fails', override.keyPlace, message);
  return before ?? override.value;
}

/**
 * Steps are matched by name and keep the order of the base; names unknown to the base are ignored.
 * Of two base steps with one name, the last takes the place of both.
 */
function mergeSteps(base: ListNode, overrides: ListNode, report: Report): ListNode {
  const byName = new Map<unknown, MapNode>();
  for (const step of base.items) if (step.kind === 'map') byName.set(nameOf(step), step);
  for (const override of overrides.items) {
    const step = byName.get(nameOf(override));
    if (step === undefined || override.kind !== 'map') continue;
    byName.set(nameOf(override), mergeMaps(step, override, report));
  }
  return { ...base, items: base.items.map((step) => byName.get(nameOf(step)) ?? step) };
}

/** A step without a name has the name null, and matches another one without. */
function nameOf(step: YamlNode): unknown {
  const name = child(step, 'name');
  if (name === undefined) return null;
  return name.kind === 'scalar' ? name.value : name;
}
