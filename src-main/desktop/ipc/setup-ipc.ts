/** Opens the channels of the list to the page. */
import { ipcMain } from 'electron';
import { createCalls, createNotices } from './answers.ts';
import type { CallParts, NoticeParts } from './answers.ts';
import { receiveCalls, receiveNotices } from './receive.ts';
import type { Door } from './receive.ts';

export interface IpcParts extends CallParts, NoticeParts {
  readonly door: Door;
}

export function setupIpc(parts: IpcParts): void {
  receiveCalls(ipcMain, parts.door, createCalls(parts));
  receiveNotices(ipcMain, parts.door, createNotices(parts));
}
