/** The menu of the system: it tells the page, and shows what the page says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';
import { heard, listen, waitFor } from '../support/heard.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop({ page: 'empty' });
  await listen(desktop.page);
});
afterAll(endDesktops);

async function click(id: string): Promise<void> {
  await desktop.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id);
}

async function enabled(id: string): Promise<boolean | undefined> {
  return desktop.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled, id);
}

test('an item that is chosen arrives as its command', async () => {
  await click('run.start');
  await click('view.themeDark');
  expect(await waitFor(desktop.page, 'commands', 2)).toEqual(['run.start', 'view.themeDark']);
});

test('the page says which items may be chosen', async () => {
  expect(await enabled('file.save')).toBe(true);
  await desktop.page.evaluate(() => window.desktop?.setEnabledCommands(['file.open', 'run.start']));
  await eventually(() => enabled('file.save')).toBe(false);
  expect(await enabled('file.open')).toBe(true);
  // What is the desktop's own is not the page's to switch off.
  expect(await enabled('desktop.restartEngine')).toBe(true);
});

test('a name that is no command changes nothing', async () => {
  const before = await enabled('file.open');
  await desktop.page.evaluate(() => Object(window.desktop).setEnabledCommands(['file.explode']));
  await desktop.page.waitForTimeout(200);
  expect(await enabled('file.open')).toBe(before);
  expect((await heard(desktop.page)).commands).not.toContain('file.explode');
});

test('the menu has the roles a platform expects', async () => {
  const roles = await desktop.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items.map(({ role }) => role)),
  );
  for (const role of ['cut', 'copy', 'paste', 'selectall', 'close', 'quit', 'togglefullscreen'])
    expect(roles).toContain(role);
});

test('a key that the page leaves alone is not taken up by the menu', async () => {
  const { app, page } = desktop;
  const before = (await heard(page)).commands.length;
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    window.addEventListener('keydown', ({ key }) => keys.push(key));
  });
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.focus();
    for (const type of ['keyDown', 'keyUp'] as const)
      window?.webContents.sendInputEvent({ type, keyCode: 'F10' });
  });
  await eventually(() => page.evaluate(() => Object(window).keys)).toEqual(['F10']);
  await page.waitForTimeout(300);
  expect((await heard(page)).commands).toHaveLength(before);
});
