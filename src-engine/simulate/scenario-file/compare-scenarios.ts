/** What two scenarios say differently, key by key. A text that cannot be read says nothing. Pure. */
import { parse } from 'yaml';

export interface Difference {
  readonly path: string;
  readonly left: string | null;
  readonly right: string | null;
}

export function compareScenarios(left: string, right: string): readonly Difference[] {
  return differences([], valueOf(left), valueOf(right));
}

function valueOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function differences(path: readonly string[], left: unknown, right: unknown): readonly Difference[] {
  const [leftJson, rightJson] = [json(left), json(right)];
  if (leftJson === rightJson) return [];
  if (!isMap(left) || !isMap(right)) return [{ path: path.join('.'), left: leftJson, right: rightJson }];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => differences([...path, key], left[key], right[key]));
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
