/** A folder given to the server: its templates are listed, kept up to date, and opened; and what is open is exported. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { goTo, openWindow, useWindow } from './support/window.ts';

const folder = mkdtempSync(join(tmpdir(), 'workbench-folder-'));

function template(name: string, version: string, namespace = 'shop'): string {
  return `name: ${name}
namespace_name: ${namespace}
version: "${version}"
task_handler_class: ${name[0]?.toUpperCase()}${name.slice(1)}${version.replaceAll('.', '')}Handler
default_dependent_system: shop
step_templates:
  - name: ${name}_step
    handler_class: ${name[0]?.toUpperCase()}${name.slice(1)}::StepHandler
`;
}

useWindow(folder);

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'billing'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'order-1.yaml'), template('order', '1.0.0'));
  writeFileSync(join(folder, 'order-2.yaml'), template('order', '2.0.0'));
  writeFileSync(join(folder, 'billing/pay.yaml'), template('pay', '1.0.0', 'billing'));
  writeFileSync(join(folder, 'node_modules/hidden.yaml'), template('hidden', '1.0.0'));
  writeFileSync(join(folder, 'pod.yaml'), 'kind: Pod\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function row(page: Page, path: string) {
  return page.getByRole('navigation', { name: 'Explorer' }).getByTitle(path, { exact: true });
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill(words);
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

async function exported(page: Page, words: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await command(page, words);
  return waiting;
}

test('the templates of the folder are listed, and nothing else', async () => {
  const { page, complaints } = await openWindow();
  await row(page, 'billing/pay.yaml').waitFor();
  await row(page, 'order-1.yaml').waitFor();
  await row(page, 'order-2.yaml').waitFor();
  expect(await page.getByText('hidden').count()).toBe(0);
  expect(await page.getByText('pod.yaml').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('one is opened by a click, saved in its place, and its unsaved changes are asked about', async () => {
  const { page } = await openWindow();
  await row(page, 'order-1.yaml').click();
  await page.locator('#canvas').getByText('order_step').waitFor();
  await goTo(page, 'text');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# mine');
  await page.getByLabel('unsaved changes').waitFor();
  await row(page, 'billing/pay.yaml').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('#canvas').getByText('pay_step').waitFor();
  expect(readFileSync(join(folder, 'order-1.yaml'), 'utf8')).toMatch(/# mine$/);
});

test('what changes on disk is seen: a new file, a problem, a file that is gone', async () => {
  const { page } = await openWindow();
  await row(page, 'order-1.yaml').waitFor();
  writeFileSync(join(folder, 'new.yaml'), `${template('new', '1.0.0')}    depends_on_step: nobody\n`);
  rmSync(join(folder, 'order-2.yaml'));
  await row(page, 'new.yaml')
    .getByText(/1 error/)
    .waitFor({ state: 'attached' });
  await row(page, 'order-2.yaml').waitFor({ state: 'detached' });
});

test('arrow keys and Enter open a template', async () => {
  const { page } = await openWindow();
  await row(page, 'billing/pay.yaml').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.locator('#canvas').getByText('order_step').waitFor();
});

test('a folder can be closed', async () => {
  const { page } = await openWindow();
  await row(page, 'order-1.yaml').waitFor();
  await page.getByRole('button', { name: 'Close the folder' }).click();
  await page.getByRole('button', { name: 'Open folder…' }).waitFor();
});

test('the open template is exported in every form', async () => {
  const { page, complaints } = await openWindow();
  await row(page, 'billing/pay.yaml').click();
  await page.locator('#canvas').getByText('pay_step').waitFor();
  const forms = [
    ['Export as Mermaid', 'pay.mmd', 'flowchart TD'],
    ['Export as SVG', 'pay.svg', '<svg '],
    ['Export as PNG', 'pay.png', 'PNG'],
    ['Export as JSON', 'pay.json', '"template"'],
    ['Export Ruby', 'pay.ruby.zip', 'PK'],
  ] as const;
  for (const [words, name, begin] of forms) {
    const download = await exported(page, words);
    expect(download.suggestedFilename()).toBe(name);
    expect(
      readFileSync(await download.path())
        .toString('latin1')
        .slice(0, 200),
    ).toContain(begin);
  }
  expect(complaints).toEqual([]);
});

test('what would be lost is told before it is saved', async () => {
  const { page } = await openWindow();
  await row(page, 'billing/pay.yaml').click();
  await page.locator('#canvas').getByText('pay_step').waitFor();
  await command(page, 'Export everything');
  const question = page.getByRole('alertdialog');
  await question.getByText('There are no task handlers').waitFor();
  const waiting = page.waitForEvent('download');
  await question.getByRole('button', { name: 'Export' }).click();
  const entries = unzipSync(readFileSync(await (await waiting).path()));
  expect(Buffer.from(entries['pay.yaml'] ?? []).toString()).toBe(template('pay', '1.0.0', 'billing'));
});

test('a picker of folders opens one that the server was not given', async () => {
  const { page } = await openWindow();
  await row(page, 'order-1.yaml').waitFor();
  // As a person would pick it: a folder of the browser's own file system.
  await page.evaluate(
    async (text) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle('picked', { create: true });
      const file = await picked.getFileHandle('own.yaml', { create: true });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
      Object.assign(window, { showDirectoryPicker: async () => picked });
    },
    template('own', '3.0.0'),
  );
  await page.keyboard.press('Control+Shift+O');
  await row(page, 'own.yaml').click();
  await page.locator('#canvas').getByText('own_step').waitFor();
});
