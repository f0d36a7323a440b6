/**
 * The one way in which canvas, forms and quick fixes change the template: an edit becomes a minimal change of the text, which
 * goes through the text editor's own undo stack. Edits are made one after another.
 */
import type { EditResult, StepId, TemplateEdit } from '../../src-engine/template/edit/template-edit.ts';
import { applyEdits } from '../editor/editor-commands.ts';
import { loadEditor } from '../editor/load-editor.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { keepPlace } from '../store/positions.ts';
import { isUnderWay, useRun } from '../store/run/run.ts';
import { askWorker } from './start-parsing.ts';
import { sourceOf } from './view-source.ts';

export type EditOutcome =
  | {
      readonly kind: 'changed';
      /** Steps that are new or that the edit was about, by the ids they have now. */
      readonly steps: readonly StepId[];
    }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

/** Within this time the other views show a change; nobody waits for them for ever. */
const PATIENCE = 5_000;
/** Somebody may type meanwhile: the edit is then made anew, on the newer text. */
const MOST_ATTEMPTS = 5;

let last: Promise<unknown> = Promise.resolve();

/**
 * Resolves when the change is in the text and in the view made of it. A refusal is also told to the user.
 * @param madeFor The text the edit was made for, where it makes no sense on another one.
 */
export function changeTemplate(edit: TemplateEdit, madeFor?: string): Promise<EditOutcome> {
  const work = last.then(() => change(edit, madeFor));
  last = work.catch(() => {});
  return work;
}

/** When nothing more of what was asked for is under way. */
export async function changesAreDone(): Promise<void> {
  await last;
}

/** The steps as text for the clipboard; null when there is nothing to copy. */
export async function copyOfSteps(steps: readonly StepId[]): Promise<string | null> {
  const { text } = useDocument.getState();
  try {
    const answer = await askWorker({ kind: 'copy', text, steps });
    return answer.kind === 'copy' ? answer.yaml : null;
  } catch {
    const { copySteps } = await import('../../src-engine/template/edit/edit-template.ts');
    return copySteps(text, steps);
  }
}

async function change(edit: TemplateEdit, madeFor: string | undefined): Promise<EditOutcome> {
  const outcome = whyLocked() ?? (await apply(edit, madeFor));
  if (outcome.kind === 'refused') notify({ kind: 'error', title: outcome.message, detail: outcome.hint });
  return outcome;
}

/** What is simulated is what is drawn: the text stays free, and takes effect with the next start. */
function whyLocked(): EditOutcome | null {
  const { isOpen } = useDocument.getState();
  if (!isOpen)
    return { kind: 'refused', message: 'No template is open.', hint: 'Open one, or begin a new one.' };
  if (!isUnderWay(useRun.getState())) return null;
  return { kind: 'refused', message: 'A run is under way.', hint: 'Stop it to change the template.' };
}

async function apply(edit: TemplateEdit, madeFor: string | undefined): Promise<EditOutcome> {
  await loadEditor();
  const start = performance.now();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { text, load } = useDocument.getState();
    if (madeFor !== undefined && madeFor !== text) break;
    const result = await resultOf(text, edit);
    const now = useDocument.getState();
    if (now.load !== load) break;
    if (now.text !== text) continue;
    if (result.kind === 'refused') return result;
    if (edit.kind === 'rename-step') keepPlace(nameOf(edit.step), edit.name);
    if (result.changes.length > 0 && !applyEdits(result.changes)) break;
    // For whoever measures; see the benchmark of the window.
    performance.measure('edit to text', { start });
    await viewIsShown();
    return { kind: 'changed', steps: result.steps };
  }
  return {
    kind: 'refused',
    message: 'The text was changed at the same time.',
    hint: 'Try again.',
  };
}

function nameOf(step: StepId): string {
  return useDocument.getState().view.steps.find(({ id }) => id === step)?.name ?? step;
}

async function resultOf(text: string, edit: TemplateEdit): Promise<EditResult> {
  try {
    const answer = await askWorker({ kind: 'edit', text, edit });
    if (answer.kind === 'edit') return answer.result;
  } catch {
    // The page can do it as well, only not beside the typing.
  }
  const { editTemplate } = await import('../../src-engine/template/edit/edit-template.ts');
  return editTemplate(text, edit);
}

function viewIsShown(): Promise<void> {
  return new Promise((resolve) => {
    const isShown = (): boolean => {
      const { view, text } = useDocument.getState();
      return sourceOf(view)?.text === text;
    };
    if (isShown()) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      leave();
      resolve();
    };
    const leave = useDocument.subscribe(() => isShown() && done());
    const timer = setTimeout(done, PATIENCE);
  });
}
