/** Takes the text as it is on disk, in the place of the one in the window. */
import { platform } from '../platform/current.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { showFile } from './open-document.ts';

export async function reloadFromDisk(): Promise<void> {
  const { source, scenario, draftKey } = useDocument.getState();
  if (source.kind !== 'file') return;
  const result = await platform.openFileById(source.file.id);
  if (result.kind === 'unusable') notify({ kind: 'error', title: result.message, detail: result.hint });
  if (result.kind !== 'opened') return;
  await platform.dropDraft(draftKey);
  await showFile(result.opened, { scenario });
}
