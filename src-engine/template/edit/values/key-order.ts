/** Where a new key belongs: behind the nearest of those that usually stand before it. */
import type { Collection } from '../place/entries.ts';

export const TEMPLATE_KEYS: readonly string[] = [
  'name',
  'namespace_name',
  'version',
  'description',
  'module_namespace',
  'task_handler_class',
  'default_dependent_system',
  'named_steps',
  'schema',
  'step_templates',
  'environments',
];

export const STEP_KEYS: readonly string[] = [
  'name',
  'description',
  'handler_class',
  'dependent_system',
  'depends_on_step',
  'depends_on_steps',
  'default_retryable',
  'default_retry_limit',
  'skippable',
  'handler_config',
  'custom_events',
];

/** How many entries stay before the new one. */
export function positionOf(map: Collection, key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  if (rank < 0) return map.entries.length;
  const before = new Set(order.slice(0, rank));
  const at = map.entries.map((entry) => entry.key?.text ?? '');
  const nearest = order.slice(0, rank).findLast((other) => at.includes(other));
  if (nearest !== undefined) return at.lastIndexOf(nearest) + 1;
  // Nothing of what usually stands before it: then before the first that usually stands behind it.
  const behind = at.findIndex((other) => order.includes(other) && !before.has(other));
  return behind < 0 ? map.entries.length : behind;
}
