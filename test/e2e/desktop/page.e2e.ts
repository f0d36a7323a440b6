/** The page as it is built, in the desktop: what main and page do together. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { answerQuestion, askedQuestions } from '../support/dialogs.ts';
import { endDesktops, startDesktop, temporaryFolder } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';

const TEXT = `name: order
namespace_name: shop
version: "1.0.0"
task_handler_class: Order
step_templates:
  - name: pay
    handler_class: Pay
`;

afterEach(endDesktops);

interface Opened extends Desktop {
  readonly path: string;
}

async function openOnStart(userData?: string): Promise<Opened> {
  const path = join(await temporaryFolder(), 'order.yaml');
  await writeFile(path, TEXT);
  const desktop = await startDesktop({ files: [path], ...(userData === undefined ? {} : { userData }) });
  await eventually(() => title(desktop)).toBe('order.yaml — Tasker Workbench');
  return { ...desktop, path };
}

async function title({ app }: Desktop): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
}

async function choose({ app }: Desktop, id: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id);
}

/** Types a comment at the beginning of the text. */
async function type(desktop: Desktop, text: string): Promise<void> {
  const lines = desktop.page.locator('.monaco-editor .view-lines').first();
  await lines.waitFor({ timeout: 30_000 });
  await lines.click({ position: { x: 60, y: 8 } });
  await desktop.page.keyboard.press('Control+Home');
  await desktop.page.keyboard.type(`# ${text}`);
  await desktop.page.keyboard.press('Enter');
  await eventually(() => title(desktop)).toBe('● order.yaml — Tasker Workbench');
}

test('a file of the command line is shown, and the engine answers', async () => {
  const { page } = await openOnStart();
  await page.getByText('PostgreSQL').first().waitFor({ timeout: 60_000 });
  await page.getByText('pay', { exact: true }).first().waitFor();
});

test('what is typed is saved from the menu, and nothing else of the text changes', async () => {
  const desktop = await openOnStart();
  await type(desktop, 'typed');
  await choose(desktop, 'file.save');
  await eventually(() => title(desktop)).toBe('order.yaml — Tasker Workbench');
  expect(await readFile(desktop.path, 'utf8')).toBe(`# typed\n${TEXT}`);
});

test('Save, when the window closes, saves first', async () => {
  const desktop = await openOnStart();
  await type(desktop, 'at the end');
  await answerQuestion(desktop.app, 'Save');
  const child = desktop.app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await desktop.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 50));
  await ended;
  expect(await readFile(desktop.path, 'utf8')).toBe(`# at the end\n${TEXT}`);
});

test('Cancel keeps the window and the text', async () => {
  const desktop = await openOnStart();
  await type(desktop, 'kept');
  await answerQuestion(desktop.app, 'Cancel');
  await desktop.app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
  });
  await eventually(() => askedQuestions(desktop.app)).toEqual(['Save the changes to “order.yaml”?']);
  expect(await title(desktop)).toBe('● order.yaml — Tasker Workbench');
});

test('no message of the page’s policy comes up while it is used', async () => {
  const desktop = await startDesktop();
  const complaints: string[] = [];
  desktop.page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  await desktop.page.reload();
  // A page that is still being read hears of no command.
  await desktop.page.getByText('See what production will do').waitFor();
  await choose(desktop, 'file.new');
  await desktop.page.locator('.monaco-editor .view-lines').first().waitFor({ timeout: 30_000 });
  await desktop.page.waitForTimeout(2_000);
  expect(complaints).toEqual([]);
});
