/** Which keys of a step or of the template an environment may override, and how they are called. Pure. */
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import type { FormKind } from '../state/key-help.ts';
import { helpFor, knownKeys } from '../state/key-help.ts';
import { isMap, mapAt } from '../state/key-path.ts';

/** Names find steps; steps and environments have forms of their own; a context schema is too large for a line. */
const APART: Readonly<Record<FormKind, ReadonlySet<string>>> = {
  step: new Set(['name']),
  template: new Set(['step_templates', 'environments']),
  context: new Set(),
};

/** e.g. `default_retry_limit`, `handler_config.url`. */
export function nameOf(path: KeyPath): string {
  return path.join('.');
}

/** All that is known or given anywhere, in the order of the schema. */
export function overridable(kind: FormKind, part: FormPart): readonly KeyPath[] {
  const given = [part.base, ...part.overrides.map((override) => override.given)];
  return keysOf(kind, [], given).filter(([key]) => !APART[kind].has(String(key)));
}

/** Those that at least one of the environments gives. */
export function overridden(paths: readonly KeyPath[], givens: readonly JsonObject[]): readonly KeyPath[] {
  return paths.filter((path) => givens.some((given) => isGiven(given, path)));
}

export function isGiven(given: JsonObject, path: KeyPath): boolean {
  const key = path.at(-1);
  return key !== undefined && Object.hasOwn(mapAt(given, path.slice(0, -1)), key);
}

/** Maps are merged key by key, so their keys are what is overridden; one level, as deep as the schema knows them. */
function keysOf(kind: FormKind, above: KeyPath, given: readonly JsonObject[]): readonly KeyPath[] {
  const known = knownKeys(kind, above).filter((key) => !helpFor(kind, [...above, key]).isNote);
  const found = given.flatMap((each) => Object.keys(mapAt(each, above)));
  return [...new Set([...known, ...found])].flatMap((key) => {
    const path = [...above, key];
    const isOpened = key === 'handler_config' && above.length === 0 && !isOdd(given, key);
    return isOpened ? keysOf(kind, path, given) : [path];
  });
}

function isOdd(given: readonly JsonObject[], key: string): boolean {
  return given.some((each) => Object.hasOwn(each, key) && !isMap(each[key]));
}
