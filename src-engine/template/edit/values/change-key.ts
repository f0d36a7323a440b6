/** Deletes and renames keys. */
import { quote } from '../../quote.ts';
import { refuse } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { refuseNeededAnchors } from '../workspace.ts';
import type { KeyPath } from '../template-edit.ts';
import { removeEntries } from '../write/change-entries.ts';
import { scalarText } from '../write/scalar-text.ts';
import { foundAt, nameOfPath } from './paths.ts';

export function deleteValue(space: Workspace, path: KeyPath): void {
  const { owner, holder, index, entry } = foundAt(space, path);
  const key = entry.key?.text;
  // Of a key that stands twice, what is left would come into effect.
  const all = owner.entries.flatMap((other, at) =>
    at === index || (key !== undefined && other.key?.text === key) ? [at] : [],
  );
  for (const at of all) {
    const gone = owner.entries[at];
    if (gone !== undefined) refuseNeededAnchors(space, gone);
  }
  removeEntries(space.writer, owner, new Set(all), holder);
}

export function renameKey(space: Workspace, path: KeyPath, key: string): void {
  const { owner, entry } = foundAt(space, path);
  if (entry.key === undefined)
    refuse(`${nameOfPath(path)} is an item, it has no key.`, 'Rename a key of a map.');
  if (key === entry.key.text) return;
  if (key === '') refuse('A key needs a name.', 'Write at least one character.');
  if (owner.entries.some((other) => other.key?.text === key)) {
    refuse(`The key ${quote(key)} is there already.`, 'Choose another name, or delete the other key first.');
  }
  const { writer, style } = space;
  const mark = writer.text[entry.key.start];
  const prefer = mark === '"' ? 'double' : mark === "'" ? 'single' : 'plain';
  for (const other of owner.entries) {
    if (other.key === undefined || other.key.text !== entry.key.text) continue;
    const text = scalarText(key, { prefer, quote: style.quote, isFlow: owner.isFlow });
    writer.replace(other.key.start, other.key.end, text);
  }
}
