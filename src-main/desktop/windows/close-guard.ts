/** Whether the window may close: a table of what happens in which state. Pure; whoever drives it shows the dialog. */
import { assertNever } from '../../../src-engine/assert-never.ts';

export type CloseState = 'open' | 'asking' | 'saving' | 'leaving';

export type CloseEvent =
  | { readonly kind: 'closeRequested'; readonly isDirty: boolean }
  | { readonly kind: 'answered'; readonly answer: CloseAnswer }
  /** The page has tried to save. */
  | { readonly kind: 'saved'; readonly isSaved: boolean };

export type CloseAnswer = 'save' | 'discard' | 'cancel';

export type CloseAction =
  /** Show the question. */
  | 'ask'
  | 'askPageToSave'
  /** The unsaved text is not wanted, and neither are its drafts: the program must not end before they are gone. */
  | 'dropDraftsAndClose'
  | 'close'
  /** The window stays, and with it the program. */
  | 'stay';

export interface CloseStep {
  readonly state: CloseState;
  readonly actions: readonly CloseAction[];
}

export function nextClose(state: CloseState, event: CloseEvent): CloseStep {
  switch (event.kind) {
    case 'closeRequested':
      return closeRequested(state, event.isDirty);
    case 'answered':
      return state === 'asking' ? ANSWERS[event.answer] : unchanged(state);
    case 'saved':
      if (state !== 'saving') return unchanged(state);
      return event.isSaved ? { state: 'leaving', actions: ['close'] } : { state: 'open', actions: ['stay'] };
    default:
      return assertNever(event);
  }
}

const ANSWERS: Readonly<Record<CloseAnswer, CloseStep>> = {
  save: { state: 'saving', actions: ['askPageToSave'] },
  discard: { state: 'leaving', actions: ['dropDraftsAndClose'] },
  cancel: { state: 'open', actions: ['stay'] },
};

/** While the page saves, a second request asks again: a page that hangs must not keep its window open for ever. */
function closeRequested(state: CloseState, isDirty: boolean): CloseStep {
  if (state === 'leaving' || !isDirty) return { state: 'leaving', actions: [] };
  return state === 'asking' ? unchanged(state) : { state: 'asking', actions: ['ask'] };
}

function unchanged(state: CloseState): CloseStep {
  return { state, actions: [] };
}
