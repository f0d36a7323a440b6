/** A folder as workspace: from the dialog or the command line to the list, its changes, and the next start. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpenDialog } from '../support/dialogs.ts';
import { endDesktops, startDesktop, temporaryFolder } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';

const TEXT = `name: order
namespace_name: shop
version: "1.0.0"
task_handler_class: OrderHandler
default_dependent_system: shop
step_templates:
  - name: pay
    handler_class: PayHandler
`;

let folder: string;
let desktop: Desktop;

beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'sub/order.yaml'), TEXT);
  desktop = await startDesktop({ files: [folder] });
});
afterAll(endDesktops);

test('a folder on the command line is listed, kept up to date, and its templates are opened', async () => {
  const { page } = desktop;
  await page.getByTitle('sub/order.yaml').click();
  await page.locator('#canvas').getByText('pay', { exact: true }).waitFor();
  await writeFile(join(folder, 'new.yaml'), TEXT.replace('name: order', 'name: other'));
  await page.getByTitle('new.yaml').waitFor();
});

test('it comes back with the next start', async () => {
  const { userData } = desktop;
  await desktop.kill();
  desktop = await startDesktop({ userData });
  await desktop.page.getByTitle('sub/order.yaml').waitFor();
});

test('another one is chosen in a dialog', async () => {
  const other = await temporaryFolder();
  await writeFile(join(other, 'chosen.yaml'), TEXT);
  await answerOpenDialog(desktop.app, other);
  await desktop.page.keyboard.press('Control+Shift+O');
  await desktop.page.getByTitle('chosen.yaml').waitFor();
  expect(await desktop.page.getByTitle('sub/order.yaml').count()).toBe(0);
});

test('what was not listed cannot be read by any name', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const texts = await window.desktop?.readFolderFiles(['/etc/hostname', '../order.yaml', 'x']);
    const listing = await window.desktop?.listFolder('/etc');
    return [...(texts ?? []), listing].map((answer) => answer?.kind);
  });
  expect(answers).toEqual(['unusable', 'unusable', 'unusable', 'unusable']);
});
