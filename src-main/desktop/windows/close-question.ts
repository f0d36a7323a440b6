/** Drives the close guard of one window: holds the window, shows the question, passes the answers on. */
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DocumentState } from '../../../src-shared/desktop/bridge.ts';
import { nextClose } from './close-guard.ts';
import type { CloseAction, CloseAnswer, CloseEvent, CloseState } from './close-guard.ts';

export interface CloseParts {
  document(): DocumentState;
  askPageToSave(): void;
  dropDrafts(): Promise<void>;
}

export interface CloseQuestion {
  /** The page's answer to `askPageToSave`. */
  saved(isSaved: boolean): void;
}

/** In the order of the buttons of the dialog. */
const ANSWERS: readonly CloseAnswer[] = ['save', 'discard', 'cancel'];

let isQuitting = false;

/** Lets closing the last question go on with quitting, where quitting is what was asked for. */
export function setupQuitting(): void {
  app.on('before-quit', () => {
    isQuitting = true;
  });
}

export function guardClosing(window: BrowserWindow, parts: CloseParts): CloseQuestion {
  let state: CloseState = 'open';

  const close = (): void => (isQuitting ? app.quit() : window.close());

  function take(event: CloseEvent): void {
    const step = nextClose(state, event);
    state = step.state;
    for (const action of step.actions) ACTIONS[action]();
  }

  const ACTIONS: Readonly<Record<CloseAction, () => void>> = {
    ask: () => void ask(window, parts.document().name).then((answer) => take({ kind: 'answered', answer })),
    askPageToSave: () => parts.askPageToSave(),
    dropDraftsAndClose: () => void parts.dropDrafts().finally(close),
    close,
    stay: () => {
      isQuitting = false;
    },
  };

  window.on('close', (event) => {
    take({ kind: 'closeRequested', isDirty: parts.document().isDirty });
    if (state !== 'leaving') event.preventDefault();
  });
  return { saved: (isSaved) => take({ kind: 'saved', isSaved }) };
}

async function ask(window: BrowserWindow, name: string): Promise<CloseAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `Save the changes to “${name}”?`,
    detail: 'Without saving they are lost.',
    buttons: ['Save', "Don't save", 'Cancel'],
    defaultId: 0,
    cancelId: ANSWERS.indexOf('cancel'),
    noLink: true,
  });
  return ANSWERS[response] ?? 'cancel';
}
