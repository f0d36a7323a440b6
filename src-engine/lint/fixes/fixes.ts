/** The usual ways to mend a problem, as edits. Each gives no fix rather than a doubtful one. */
import type { KeyPath } from '../../template/edit/template-edit.ts';
import type { Fix, Problem } from '../../template/problem.ts';
import { quote } from '../../template/quote.ts';
import type { Json } from '../../template/template.ts';
import type { MapNode } from '../../template/yaml/node.ts';
import type { LintContext } from '../rule.ts';
import { keyPathOf, nodeAt } from './key-path.ts';

/** Writes the characters the problem is about in quotes: what is there, no longer what YAML makes of it. */
export function quoteIt(title: string, { offset, length }: Problem, { text }: LintContext): readonly Fix[] {
  const written = text.slice(offset, offset + length);
  if (written === '' || /[\r\n]/.test(written) || /^["']/.test(written)) return [];
  return [replaceText(title, offset, length, quoted(written))];
}

/** Double quotes, as templates usually have them, unless the text would need escapes in them. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

export function replaceText(title: string, offset: number, length: number, text: string): Fix {
  return { title, edit: { kind: 'replace-text', changes: [{ offset, length, text }] } };
}

/** Deletes the key or the item the problem is about. */
export function deleteIt(title: string, { path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  return keys === undefined || keys.length === 0 ? [] : [deletePath(title, keys, root)];
}

/** A list that would be left empty goes as well: an empty one says nothing. */
export function deletePath(title: string, path: KeyPath, root: MapNode): Fix {
  const parent = nodeAt(root, path.slice(0, -1));
  const isLast = parent?.kind === 'list' && parent.items.length === 1 && path.length > 1;
  return { title, edit: { kind: 'delete-value', path: isLast ? path.slice(0, -1) : path } };
}

export function renameKey(
  title: string,
  key: string,
  { path }: Problem,
  { root }: LintContext,
): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const last = keys?.at(-1);
  if (keys === undefined || typeof last !== 'string') return [];
  const map = nodeAt(root, keys.slice(0, -1));
  // Two equal keys would be worse than the slip.
  if (map?.kind !== 'map' || map.entries.has(key)) return [];
  return [{ title, edit: { kind: 'rename-key', path: keys, key } }];
}

export function setValue(title: string, path: KeyPath, value: Json): Fix {
  return { title, edit: { kind: 'set-value', path, value } };
}

/** Gives what stands at the problem's place another value. */
export function setIt(title: string, value: Json, { path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  return keys === undefined || keys.length === 0 ? [] : [setValue(title, keys, value)];
}

/** The word that the hint of a problem suggests, where it does. */
export function suggestionIn({ hint }: Problem): string | undefined {
  return /^Did you mean '(.+)'\?$/s.exec(hint)?.[1];
}

/** Replaces a name by the suggested one. */
export function takeSuggestion(problem: Problem, context: LintContext): readonly Fix[] {
  const meant = suggestionIn(problem);
  return meant === undefined ? [] : setIt(`Write ${quote(meant)}`, meant, problem, context);
}
