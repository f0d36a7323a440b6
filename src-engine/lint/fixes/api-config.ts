/** Adds keys to the `handler_config` in which a problem was found. */
import type { Fix, Problem } from '../../template/problem.ts';
import type { Json } from '../../template/template.ts';
import type { LintContext } from '../rule.ts';
import { setValue } from './fixes.ts';
import { keyPathOf } from './key-path.ts';

/** What an API handler sends when it is configured in code. */
export const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' } as const;

/** The problem is at the configuration itself or at a key of it. */
export function addToConfig(
  title: string,
  key: string,
  value: Json,
  { path }: Problem,
  { root }: LintContext,
): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const depth = keys?.lastIndexOf('handler_config') ?? -1;
  if (keys === undefined || depth < 0) return [];
  return [setValue(title, [...keys.slice(0, depth + 1), key], value)];
}
