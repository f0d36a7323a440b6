/** Saving: nothing another program wrote is overwritten without being asked. */
import type { SaveResult } from '../platform/platform.ts';
import { platform } from '../platform/current.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { ask } from '../store/questions.ts';
import { takeField } from './take-field.ts';
import { saveScenarios } from './scenario-files.ts';
import { reloadFromDisk } from './reload.ts';

/** True when the text is on disk now. */
export async function save(): Promise<boolean> {
  await takeField();
  const { source, text, version, isOpen } = useDocument.getState();
  if (!isOpen) return false;
  if (source.kind !== 'file') return saveAs();
  const isSaved = await settle(text, await tryTo(() => platform.saveFile(source.file.id, text, version)));
  return (await saveScenarios()) && isSaved;
}

export async function saveAs(): Promise<boolean> {
  await takeField();
  const { name, text, isOpen } = useDocument.getState();
  if (!isOpen) return false;
  return settle(text, await tryTo(() => platform.saveFileAs(name, text)));
}

async function settle(text: string, result: SaveResult): Promise<boolean> {
  if (result.kind === 'saved') await markSaved(text, result);
  if (result.kind === 'unusable') notify({ kind: 'error', title: result.message, detail: result.hint });
  if (result.kind === 'changed') return settleConflict(text, result.version === null);
  return result.kind === 'saved';
}

async function markSaved(
  text: string,
  { file, version }: Extract<SaveResult, { kind: 'saved' }>,
): Promise<void> {
  const before = useDocument.getState();
  const isOther = before.source.kind !== 'file' || before.source.file.id !== file.id;
  await platform.dropDraft(before.draftKey).catch(() => {});
  useDocument.setState({
    source: { kind: 'file', file },
    name: file.name,
    savedText: text,
    version,
    diskChange: null,
    draftKey: file.id,
  });
  if (!isOther) return;
  const scenarios = await platform.scenariosOf(file.id).catch(() => []);
  // A copy of an example keeps the example's scenarios as long as it has none of its own.
  if (scenarios.length > 0) useDocument.setState({ scenarios, scenario: null });
}

async function settleConflict(text: string, isGone: boolean): Promise<boolean> {
  const { name, source } = useDocument.getState();
  if (source.kind !== 'file') return false;
  const title = isGone ? `${name} was removed` : `${name} was changed by another program`;
  const words = isGone
    ? 'Saving puts it back with your text.'
    : 'Overwriting loses what the other program wrote; reloading loses your changes.';
  const answer = await ask(title, words, [
    { id: 'cancel', title: 'Cancel' },
    ...(isGone ? [] : [{ id: 'reload', title: 'Reload theirs' } as const]),
    { id: 'overwrite', title: isGone ? 'Save' : 'Overwrite', look: isGone ? 'primary' : 'danger' },
  ]);
  if (answer === 'reload') await reloadFromDisk();
  if (answer !== 'overwrite') return false;
  return settle(text, await tryTo(() => platform.saveFile(source.file.id, text, null)));
}

async function tryTo(work: () => Promise<SaveResult>): Promise<SaveResult> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'unusable',
      message: `Saving failed: ${message}`,
      hint: 'Your text is still here. Try another place.',
    };
  }
}
