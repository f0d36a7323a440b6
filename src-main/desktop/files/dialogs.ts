/** The dialogs in which a person points at files. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { join } from 'node:path';

const TEMPLATES = { name: 'Tasker templates', extensions: ['yaml', 'yml'] };
const ALL = { name: 'All files', extensions: ['*'] };

export async function chooseFile(
  window: BrowserWindow,
  folder: string | undefined,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a template',
    properties: ['openFile'],
    filters: [TEMPLATES, ALL],
    ...(folder === undefined ? {} : { defaultPath: folder }),
  });
  return canceled ? undefined : filePaths[0];
}

export async function chooseFolder(
  window: BrowserWindow,
  start: string | undefined,
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a folder of templates',
    properties: ['openDirectory'],
    ...(start === undefined ? {} : { defaultPath: start }),
  });
  return canceled ? undefined : filePaths[0];
}

export async function chooseTarget(
  window: BrowserWindow,
  suggestedName: string,
  folder: string | undefined,
): Promise<string | undefined> {
  const isTemplate = /\.ya?ml$/i.test(suggestedName);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as',
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    defaultPath: folder === undefined ? suggestedName : join(folder, suggestedName),
    filters: isTemplate ? [TEMPLATES, ALL] : [ALL],
  });
  return canceled || filePath === '' ? undefined : filePath;
}
