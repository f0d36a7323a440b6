/** Files from the dialog to the disk and back, as the page asks for them. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenedFile, OpenResult } from '../../../src-shared/desktop/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { endDesktops, startDesktop, temporaryFolder } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';
import { heard, listen, waitFor } from '../support/heard.ts';

const TEXT = 'name: order\n';

let desktop: Desktop;
let folder: string;
let path: string;

beforeAll(async () => {
  desktop = await startDesktop({ page: 'empty' });
});
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'order.yaml');
  await writeFile(path, TEXT);
  await desktop.page.reload();
  await listen(desktop.page);
});
afterAll(endDesktops);

async function open(target = path): Promise<OpenedFile> {
  await answerOpenDialog(desktop.app, target);
  const result = await desktop.page.evaluate(() => window.desktop?.openFile());
  return opened(result);
}

function opened(result: OpenResult | undefined): OpenedFile {
  if (result?.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(result)}`);
  return result.opened;
}

async function save(id: string, text: string, version: string | null) {
  return desktop.page.evaluate(({ id, text, version }) => window.desktop?.saveFile(id, text, version), {
    id,
    text,
    version,
  });
}

test('a chosen file is opened, and its path stays in main', async () => {
  const { file, text } = await open();
  expect(text).toBe(TEXT);
  expect(file.name).toBe('order.yaml');
  expect(file.id).not.toContain('order');
});

test('a dialog that is cancelled opens nothing', async () => {
  await answerOpenDialog(desktop.app, undefined);
  expect(await desktop.page.evaluate(() => window.desktop?.openFile())).toEqual({ kind: 'cancelled' });
});

test('what cannot be read is told with a hint', async () => {
  await answerOpenDialog(desktop.app, join(folder, 'absent.yaml'));
  const result = await desktop.page.evaluate(() => window.desktop?.openFile());
  expect(result).toMatchObject({ kind: 'unusable', name: 'absent.yaml' });
});

test('a file is saved over what was read', async () => {
  const { file, version } = await open();
  const saved = await save(file.id, 'name: changed\n', version);
  expect(saved).toMatchObject({ kind: 'saved', file: { id: file.id } });
  expect(await readFile(path, 'utf8')).toBe('name: changed\n');
});

test('a file that another program changed is not overwritten', async () => {
  const { file, version } = await open();
  await writeFile(path, 'name: theirs\n');
  expect(await save(file.id, 'name: mine\n', version)).toMatchObject({
    kind: 'changed',
    text: 'name: theirs\n',
  });
  expect(await readFile(path, 'utf8')).toBe('name: theirs\n');
  expect(await save(file.id, 'name: mine\n', null)).toMatchObject({ kind: 'saved' });
  expect(await readFile(path, 'utf8')).toBe('name: mine\n');
});

test('saving under another name makes that the open file', async () => {
  await open();
  const other = join(folder, 'other.yaml');
  await answerSaveDialog(desktop.app, other);
  const saved = await desktop.page.evaluate(() =>
    window.desktop?.saveFileAs('../order.yaml', 'name: copy\n'),
  );
  expect(saved).toMatchObject({ kind: 'saved', file: { name: 'other.yaml' } });
  expect(await readFile(other, 'utf8')).toBe('name: copy\n');
  const recent = await desktop.page.evaluate(() => window.desktop?.recentFiles());
  expect(recent?.map(({ name }) => name).slice(0, 2)).toEqual(['other.yaml', 'order.yaml']);
});

test('a recent file is opened again by its id, and from the menu', async () => {
  const { file } = await open();
  const again = await desktop.page.evaluate((id) => window.desktop?.openFileById(id), file.id);
  expect(opened(again).text).toBe(TEXT);
  await desktop.app.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(`desktop.recent.${id}`)?.click(),
    file.id,
  );
  const [request] = await waitFor(desktop.page, 'requests');
  expect(request).toMatchObject({ kind: 'opened', opened: { file: { id: file.id } } });
});

test('the list of recent files can be cleared', async () => {
  await open();
  await desktop.page.evaluate(() => window.desktop?.clearRecentFiles());
  expect(await desktop.page.evaluate(() => window.desktop?.recentFiles())).toEqual([]);
});

test('scenarios beside a template are found', async () => {
  await writeFile(join(folder, 'order.late.scenario.yaml'), 'name: late\n');
  const { file } = await open();
  const scenarios = await desktop.page.evaluate((id) => window.desktop?.scenariosOf(id), file.id);
  expect(scenarios?.map(({ file }) => file)).toEqual(['order.late.scenario.yaml']);
});

test('a change by another program is told, however it was written', async () => {
  const { file } = await open();
  await writeFile(path, 'name: one\n');
  expect((await waitFor(desktop.page, 'changes')).map(({ id }) => id)).toEqual([file.id]);
  await writeFile(join(folder, 'draft'), 'name: two\n');
  await rename(join(folder, 'draft'), path);
  await waitFor(desktop.page, 'changes', 2);
  await writeFile(path, 'name: three\n');
  await waitFor(desktop.page, 'changes', 3);
  await rm(path);
  expect((await waitFor(desktop.page, 'changes', 4)).at(-1)).toEqual({ id: file.id, version: null });
});

test('what we write ourselves, and touching a file, is no change', async () => {
  const { file, version } = await open();
  await save(file.id, 'name: mine\n', version);
  await writeFile(path, 'name: mine\n');
  await desktop.page.waitForTimeout(600);
  expect((await heard(desktop.page)).changes).toEqual([]);
});
