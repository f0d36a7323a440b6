/** Keeps unsaved text while it is being written, and offers what an earlier session left behind. */
import type { Draft } from '../platform/platform.ts';
import { platform } from '../platform/current.ts';
import { isDirty, useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { ask } from '../store/questions.ts';
import { showDocument, showFile } from './open-document.ts';

const KEEP_AFTER_MS = 700;

export function startKeepingDrafts(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasFailed = false;
  const keep = (): void => {
    const state = useDocument.getState();
    if (!isDirty(state)) return;
    const { draftKey: key, name, text, version, source } = state;
    const fileId = source.kind === 'file' ? source.file.id : null;
    platform.keepDraft({ key, name, text, fileId, version }).then(
      () => (hasFailed = false),
      () => {
        if (!hasFailed)
          notify({ kind: 'error', title: 'The draft could not be kept', detail: 'Save the file soon.' });
        hasFailed = true;
      },
    );
  };
  useDocument.subscribe((state, before) => {
    if (state.text === before.text && state.savedText === before.savedText) return;
    clearTimeout(timer);
    if (isDirty(state)) timer = setTimeout(keep, KEEP_AFTER_MS);
    else if (before.draftKey === state.draftKey && isDirty(before)) void platform.dropDraft(state.draftKey);
  });
}

/** Asks about each until one is taken up. */
export async function offerDrafts(): Promise<void> {
  const drafts = [...(await platform.drafts().catch(() => []))].sort((a, b) =>
    a.savedAt < b.savedAt ? 1 : -1,
  );
  for (const draft of drafts) {
    const when = new Date(draft.savedAt).toLocaleString();
    const answer = await ask(
      `Unsaved changes to ${draft.name} were kept`,
      `They are of ${when}. The workbench ended before they were saved.`,
      [
        { id: 'later', title: 'Ask me later' },
        { id: 'discard', title: 'Discard', look: 'danger' },
        { id: 'restore', title: 'Restore', look: 'primary' },
      ],
    );
    if (answer === 'discard') await platform.dropDraft(draft.key);
    if (answer === 'restore') return restore(draft);
  }
}

async function restore(draft: Draft): Promise<void> {
  const result = draft.fileId === null ? null : await platform.openFileById(draft.fileId).catch(() => null);
  if (result?.kind !== 'opened') {
    const source = { kind: 'untitled' } as const;
    showDocument({
      source,
      name: draft.name,
      text: draft.text,
      savedText: '',
      version: null,
      draftKey: draft.key,
    });
    return;
  }
  // With the version the draft was made from: saving then notices what happened to the file since.
  const { version } = draft;
  await showFile(result.opened, {
    text: draft.text,
    savedText: result.opened.text,
    version,
    draftKey: draft.key,
  });
}
