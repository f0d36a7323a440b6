/** What is kept of a window, and of work that was never saved. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { endDesktops, startDesktop, temporaryFolder } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';

afterEach(endDesktops);

test('size and place are remembered', async () => {
  const first = await startDesktop({ page: 'empty' });
  const bounds = { x: 60, y: 40, width: 900, height: 620 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, bounds);
  await first.page.waitForTimeout(300);
  await first.app.close();

  const second = await startDesktop({ page: 'empty', userData: first.userData });
  const found = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(found).toEqual(bounds);
});

test('a draft outlives a program that is killed', async () => {
  const first = await startDesktop({ page: 'empty' });
  await first.page.evaluate(() =>
    window.desktop?.keepDraft({
      key: 'k',
      name: 'order.yaml',
      text: 'name: unsaved\n',
      fileId: null,
      version: null,
    }),
  );
  await first.kill();

  const second = await startDesktop({ page: 'empty', userData: first.userData });
  const drafts = await second.page.evaluate(() => window.desktop?.drafts());
  expect(drafts).toMatchObject([{ key: 'k', text: 'name: unsaved\n' }]);
  await second.page.evaluate(() => window.desktop?.dropDraft('k'));
  expect(await second.page.evaluate(() => window.desktop?.drafts())).toEqual([]);
});

test('the theme is remembered, and the ground has its colour before the page is there', async () => {
  const first = await startDesktop({ page: 'empty' });
  await first.page.evaluate(() => {
    window.desktop?.setTheme('dark');
    // The page remembers it as well: the real one, which is there for a moment at the next start, would say otherwise.
    const preferences = { state: { theme: 'dark' }, version: 1 };
    localStorage.setItem('tasker-workbench:preferences', JSON.stringify(preferences));
  });
  await eventually(() => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await first.page.waitForTimeout(200);
  await first.app.close();

  const second = await startDesktop({ page: 'empty', userData: first.userData });
  const [theme, ground] = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => [
    nativeTheme.themeSource,
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  ]);
  expect(theme).toBe('dark');
  expect(ground?.toLowerCase()).toMatch(/^#[0-2]/);
});

test('files of ours that are broken do not keep it from starting', async () => {
  const userData = await temporaryFolder();
  for (const name of ['settings.json', 'known-files.json', 'window-state.json'])
    await writeFile(join(userData, name), '{ "theme": 7,');
  const { page } = await startDesktop({ page: 'empty', userData });
  expect(await page.evaluate(() => window.desktop?.recentFiles())).toEqual([]);
});
