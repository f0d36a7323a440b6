/** The window of the workbench: at most one, made again on a Mac when it was closed. The only way from main to the page. */
import { app } from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import type { DocumentState } from '../../../src-shared/desktop/bridge.ts';
import type { Report } from '../boot/failure-log.ts';
import { planRestart } from '../engine/restart-budget.ts';
import { channelName } from '../ipc/channel-name.ts';
import type { News } from '../ipc/channels.ts';
import { guardClosing } from './close-question.ts';
import type { CloseQuestion } from './close-question.ts';
import { createWindow } from './create-window.ts';
import { windowTitle } from './window-title.ts';

export interface WindowParts {
  /** Where the bundles of main lie. */
  readonly folder: string;
  readonly url: string;
  readonly report: Report;
  /** The page is another one now, or gone: nothing of the former one counts any more. */
  pageGone(): void;
  focused(): void;
  dropDrafts(): Promise<void>;
}

export interface WorkbenchWindow {
  /** Makes it, or brings it to the front. */
  show(): void;
  current(): BrowserWindow | undefined;
  tell<K extends keyof News>(name: K, value: News[K]): void;
  sendPort(port: MessagePortMain): void;
  setDocument(state: DocumentState): void;
  setFile(path: string): void;
  savedBeforeClose(isSaved: boolean): void;
}

const NO_DOCUMENT: DocumentState = { name: '', isDirty: false };

export function createWorkbenchWindow(parts: WindowParts): WorkbenchWindow {
  let window: BrowserWindow | undefined;
  let question: CloseQuestion | undefined;
  let document = NO_DOCUMENT;

  function pageGone(): void {
    document = NO_DOCUMENT;
    parts.pageGone();
  }

  function open(): void {
    const opened = createWindow(parts.folder);
    window = opened;
    question = guardClosing(opened, {
      document: () => document,
      askPageToSave: () => tell('saveBeforeClose', null),
      dropDrafts: () => parts.dropDrafts(),
    });
    opened.on('focus', () => parts.focused());
    opened.once('closed', () => {
      window = undefined;
      pageGone();
    });
    opened.webContents.on('did-navigate', pageGone);
    reloadAfterCrash(opened, parts.report, pageGone);
    opened.loadURL(parts.url).catch((error: unknown) => parts.report('the page could not be loaded', error));
  }

  function tell<K extends keyof News>(name: K, value: News[K]): void {
    window?.webContents.send(channelName(name), value);
  }

  return {
    show: () => {
      if (window === undefined) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    current: () => window,
    tell,
    sendPort: (port) => window?.webContents.postMessage(channelName('enginePort'), null, [port]),
    setDocument: (state) => {
      document = state;
      window?.setTitle(windowTitle(state));
      window?.setDocumentEdited(state.isDirty);
    },
    setFile: (path) => window?.setRepresentedFilename(path),
    savedBeforeClose: (isSaved) => question?.saved(isSaved),
  };
}

/** Unsaved text lies in drafts, and the page offers it. A page that crashes again and again takes the program with it. */
function reloadAfterCrash(window: BrowserWindow, report: Report, pageGone: () => void): void {
  let ends: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    report(`the page ended: ${reason} (code ${exitCode})`);
    pageGone();
    const plan = planRestart(ends, Date.now());
    ends = plan.ends;
    if (plan.delayMs === undefined) app.exit(70);
    else setTimeout(() => reload(window), plan.delayMs);
  });
}

function reload(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.reload();
}
