/** How new values are written at a place: their quotation marks, and where new keys belong. */
import type { JsonObject } from '../../template.ts';
import type { Collection } from '../place/entries.ts';
import { commonQuoting, preferOf } from '../steps/neighbours.ts';
import { stepList } from '../steps/step-list.ts';
import type { KeyPath } from '../template-edit.ts';
import type { Workspace } from '../workspace.ts';
import type { NewPair } from '../write/change-entries.ts';
import type { Prefer } from '../write/value-text.ts';
import { STEP_KEYS, TEMPLATE_KEYS } from './key-order.ts';

export function itemPrefer(list: Collection): Prefer {
  const quoting = commonQuoting([list]);
  return () => quoting;
}

export function preferAt(space: Workspace, owner: Collection, path: KeyPath): Prefer {
  if (path[0] === 'step_templates' && path.length <= 3)
    return preferOf(stepList(space), owner.kind === 'map' && path.length === 3 ? owner : undefined);
  const quoting = commonQuoting([owner]);
  return () => quoting;
}

export function orderAt(path: KeyPath): readonly string[] {
  if (path.length === 0) return TEMPLATE_KEYS;
  if (path[0] === 'environments' && path.length === 2) return TEMPLATE_KEYS;
  return path.at(-2) === 'step_templates' && typeof path.at(-1) === 'number' ? STEP_KEYS : [];
}

export function lastKey(path: KeyPath): string {
  return path.findLast((segment) => typeof segment === 'string') ?? '';
}

export function pairsOf(value: JsonObject): readonly NewPair[] {
  return Object.entries(value).map(([key, inner]) => ({ key, value: inner }));
}
