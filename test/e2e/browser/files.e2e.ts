/** Files in a browser: those the server was given, those a person picks, drafts, changes made elsewhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openWindow, useWindow, goTo } from './support/window.ts';

const TEXT = `# a comment that stays
name: granted
namespace_name: default
version: "1.0.0"
task_handler_class: GrantedHandler
default_dependent_system: shop

step_templates:
  - name: only_step
    handler_class: OnlyStepHandler
`;

const folder = mkdtempSync(join(tmpdir(), 'workbench-files-'));
const path = join(folder, 'granted.yaml');
writeFileSync(path, TEXT);
writeFileSync(join(folder, 'granted.scenario.yaml'), 'name: The only scenario\nseed: 4\n');

useWindow(path);

beforeEach(() => writeFileSync(path, TEXT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await goTo(page, 'text');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  await page.getByLabel('unsaved changes').waitFor();
}

test('a file given to the server is opened, and saving it changes nothing but what was changed', async () => {
  const { page } = await openWindow();
  await page.locator('#canvas').getByText('only_step').waitFor();
  await page.keyboard.press('Control+s');
  expect(readFileSync(path, 'utf8')).toBe(TEXT);
  await typeAtEnd(page, '# added');
  await page.keyboard.press('Control+s');
  await page.getByLabel('unsaved changes').waitFor({ state: 'detached' });
  expect(readFileSync(path, 'utf8')).toBe(`${TEXT}# added`);
});

test('the scenario beside it is chosen by itself', async () => {
  const { page } = await openWindow();
  await page.getByRole('combobox', { name: 'Scenario' }).getByText('The only scenario').waitFor();
});

test('a change made elsewhere is told, and taken over only when asked for', async () => {
  const { page } = await openWindow();
  await page.locator('#canvas').getByText('only_step').waitFor();
  writeFileSync(path, TEXT.replaceAll('only_step', 'renamed_step'));
  await page.getByText('was changed by another program').waitFor();
  await page.locator('#canvas').getByText('only_step').waitFor();
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.locator('#canvas').getByText('renamed_step').waitFor();
});

test('saving over a change made elsewhere asks first, and can be called off', async () => {
  const { page } = await openWindow();
  await page.locator('#canvas').getByText('only_step').waitFor();
  await typeAtEnd(page, '# mine');
  writeFileSync(path, `${TEXT}# theirs\n`);
  await page.keyboard.press('Control+s');
  const question = page.getByRole('alertdialog');
  await question.getByText('Overwriting loses what the other program wrote').waitFor();
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(readFileSync(path, 'utf8')).toBe(`${TEXT}# theirs\n`);
  await page.keyboard.press('Control+s');
  await question.getByRole('button', { name: 'Overwrite' }).click();
  await page.getByLabel('unsaved changes').waitFor({ state: 'detached' });
  expect(readFileSync(path, 'utf8')).toBe(`${TEXT}# mine`);
});

test('unsaved text survives a page that ends badly, and is offered', async () => {
  const { page } = await openWindow();
  await page.locator('#canvas').getByText('only_step').waitFor();
  await typeAtEnd(page, '# not saved');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(':draft:')));
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(page.url());
  const question = again.getByRole('alertdialog');
  await question.getByText('Unsaved changes to granted.yaml were kept').waitFor();
  await question.getByRole('button', { name: 'Restore' }).click();
  await again.locator('#text').getByText('# not saved').waitFor();
});

test('unsaved changes are asked about before something else is opened', async () => {
  const { page } = await openWindow();
  await page.locator('#canvas').getByText('only_step').waitFor();
  await typeAtEnd(page, '# mine');
  await page.keyboard.press('Control+n');
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('#text').getByText('# mine').waitFor();
  await page.keyboard.press('Control+n');
  await question.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('#canvas').getByText('no steps yet').waitFor();
  expect(readFileSync(path, 'utf8')).toBe(`${TEXT}# mine`);
});

test('a file can be picked where the browser has no pickers of its own, and is handed out on saving', async () => {
  const { page } = await openWindow();
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await page.reload();
  await page.locator('#canvas').getByText('only_step').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const picked = {
    name: 'picked.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(TEXT.replaceAll('only_step', 'picked_step')),
  };
  await (await chooser).setFiles(picked);
  await page.locator('#canvas').getByText('picked_step').waitFor();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await download).suggestedFilename()).toBe('picked.yaml');
});
