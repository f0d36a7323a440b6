/** Values and places for them: whatever JSON can hold, with texts that YAML is known to stumble over. */
import type { Json, JsonObject } from '../../../../src-engine/template/template.ts';
import type { KeyPath, TemplateEdit } from '../../../../src-engine/template/edit/template-edit.ts';
import type { Chance } from './chance.ts';

const TEXTS = [
  'word',
  '',
  'yes',
  'null',
  '~',
  '12',
  '1.0',
  '0x1',
  '1e3',
  '2024-01-01',
  '12:30',
  ':sym',
  'a: b',
  'a #b',
  '- a',
  '# c',
  '{a',
  '[b',
  '*x',
  '&x',
  '!x',
  'one\ntwo',
  'one\ntwo\n',
  '\n',
  ' lead\nx',
  'a\n\n\nb\n',
  'x\n\n',
  'trail \nx',
  '\tt\nx',
  'a\n  b\n c\n',
  '# c\nd',
  'tab\tx',
  "it's",
  'say "x"',
  '\\',
  'a, b',
  '\u2028',
  '\u0007',
  '😀',
  '\uD800',
  'x:',
  ' x ',
  '---',
  '...',
  '--- x',
  '%',
  '@a',
  '`',
  '|',
  '>-',
  '? x',
  'a\r\nb',
  '=',
  '<<',
  'word '.repeat(40).trim(),
  `${'long '.repeat(30)}\nnext\n`,
];
const NUMBERS = [0, 1, -1, 1.5, 1e21, 1e-7, -2.5e-300, 123456789012345680000, 0.1];
const KEYS = ['a', 'url', 'x y', 'yes', '1', 'a: b', '#', '-', 'ä', 'name', 'skippable', 'q"r', ''];

export function randomValue(chance: Chance, depth = 2): Json {
  const kind = chance.below(depth === 0 ? 5 : 8);
  if (kind < 3) return chance.of(TEXTS);
  if (kind === 3) return chance.of(NUMBERS);
  if (kind === 4) return chance.of([null, true, false]);
  const count = chance.below(4);
  if (kind === 5) return Array.from({ length: count }, () => randomValue(chance, depth - 1));
  return Object.fromEntries(
    Array.from({ length: count }, () => [chance.of(KEYS.slice(0, -1)), randomValue(chance, depth - 1)]),
  );
}

export interface ValueTrial {
  readonly edit: TemplateEdit;
  /** Null: it is to be refused. */
  readonly expected: Json | null;
}

export function randomValueEdit(chance: Chance, root: JsonObject): ValueTrial {
  const paths = pathsOf(root).filter((path) => path.length > 0);
  const path = chance.of(paths);
  const kind = chance.below(10);
  if (kind < 2)
    return { edit: { kind: 'delete-value', path }, expected: changed(root, path, () => undefined) };
  if (kind === 2 && typeof path.at(-1) === 'string') return keyTrial(chance, root, path);
  const value = randomValue(chance);
  if (kind < 7)
    return { edit: { kind: 'set-value', path, value }, expected: changed(root, path, () => value) };
  const holder = at(root, path);
  if (Array.isArray(holder)) {
    const longer = [...path, holder.length];
    return {
      edit: { kind: 'set-value', path: longer, value },
      expected: changed(root, path, () => [...holder, value]),
    };
  }
  const key = chance.of(KEYS.slice(0, -1));
  const below = { kind: 'set-value', path: [...path, key], value } as const;
  if (isObject(holder))
    return { edit: below, expected: changed(root, path, () => ({ ...holder, [key]: value })) };
  if (holder === null) return { edit: below, expected: changed(root, path, () => ({ [key]: value })) };
  return { edit: below, expected: null };
}

function keyTrial(chance: Chance, root: JsonObject, path: KeyPath): ValueTrial {
  const key = chance.of(KEYS);
  const map = at(root, path.slice(0, -1));
  const old = String(path.at(-1));
  const edit = { kind: 'rename-key', path, key } as const;
  if (!isObject(map) || (key !== old && key in map) || (key === '' && old !== ''))
    return { edit, expected: null };
  const entries = Object.entries(map).map(([name, value]) => [name === old ? key : name, value] as const);
  return { edit, expected: changed(root, path.slice(0, -1), () => Object.fromEntries(entries)) };
}

function pathsOf(value: Json, path: KeyPath = []): readonly KeyPath[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((item: Json, index) => pathsOf(item, [...path, index]))];
  if (!isObject(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function at(value: Json, path: KeyPath): Json {
  return path.reduce<Json>((inner, segment) => {
    if (Array.isArray(inner)) return (inner as readonly Json[])[Number(segment)] ?? null;
    return isObject(inner) ? (inner[String(segment)] ?? null) : null;
  }, value);
}

/** `change` returns undefined for what goes. */
function changed(value: Json, [first, ...rest]: KeyPath, change: (old: Json) => Json | undefined): Json {
  if (first === undefined) return change(value) ?? null;
  const inner = (old: Json): Json | undefined =>
    rest.length === 0 ? change(old) : changed(old, rest, change);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index): readonly Json[] => {
      const now = index === first ? inner(item) : item;
      return now === undefined ? [] : [now];
    });
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, old]) => {
    const now = key === String(first) ? inner(old) : old;
    return now === undefined ? [] : [[key, now] as const];
  });
  return Object.fromEntries(entries);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
