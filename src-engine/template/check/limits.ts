/** Lengths of names: what the database columns hold. Longer ones load, but no task can ever be created. */
import type { Report } from '../problem-codes.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';
import { child, itemsOf } from '../yaml/node.ts';

interface Limit {
  readonly key: string;
  readonly most: number;
  readonly what: string;
}

const TOP_LIMITS: readonly Limit[] = [
  { key: 'name', most: 64, what: 'name of the template' },
  { key: 'namespace_name', most: 64, what: 'namespace' },
  { key: 'version', most: 16, what: 'version' },
  { key: 'default_dependent_system', most: 64, what: 'name of a dependent system' },
];

const STEP_LIMITS: readonly Limit[] = [
  { key: 'name', most: 128, what: 'name of a step' },
  { key: 'dependent_system', most: 64, what: 'name of a dependent system' },
];

export function checkLimits(root: MapNode, report: Report): void {
  checkMap(root, TOP_LIMITS, report);
  for (const step of itemsOf(child(root, 'step_templates'))) checkMap(step, STEP_LIMITS, report);
}

function checkMap(map: YamlNode, limits: readonly Limit[], report: Report): void {
  for (const { key, most, what } of limits) {
    const node = child(map, key);
    if (node?.kind !== 'scalar') continue;
    // Columns count characters, not UTF-16 units.
    const length = Array.from(node.source).length;
    if (length > most)
      report('too-long', node.place, `The ${what} has ${length} characters; ${most} are the most.`);
  }
}
