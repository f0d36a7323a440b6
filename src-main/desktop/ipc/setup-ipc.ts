/** Opens the channels of the list to the page. */
import { ipcMain } from 'electron';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { FileDesk } from '../files/file-desk.ts';
import type { FolderDesk } from '../files/folder-desk.ts';
import { createCalls, createNotices } from './answers.ts';
import type { NoticeParts } from './answers.ts';
import { receiveCalls, receiveNotices } from './receive.ts';
import type { Door } from './receive.ts';

export interface IpcParts extends NoticeParts {
  readonly door: Door;
  readonly desk: FileDesk;
  readonly folder: FolderDesk;
  readonly drafts: DraftStore;
}

export function setupIpc(parts: IpcParts): void {
  receiveCalls(ipcMain, parts.door, createCalls(parts.desk, parts.folder, parts.drafts));
  receiveNotices(ipcMain, parts.door, createNotices(parts));
}
