/** A production database in the desktop's window: its password goes from the main process to the engine, past the page. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PASSWORDS } from '../../production/support/roles.ts';
import { describeWithServer } from '../../production/support/server.ts';
import { endDesktops, startDesktop } from '../support/electron.ts';
import { connectionDialog, readableIn, strip, useProductionServer, view } from '../support/production.ts';

afterAll(endDesktops);

const PASSWORD = PASSWORDS['viewer'] ?? '';

describeWithServer('a production database on the desktop', () => {
  const production = useProductionServer();

  test('a saved connection is opened with its kept password, which the page never sees again', async () => {
    const { app, page, userData } = await startDesktop();
    const printed: string[] = [];
    for (const stream of [app.process().stdout, app.process().stderr])
      stream?.on('data', (data) => printed.push(String(data)));
    await page.getByText('Engine: ready').waitFor();
    await page.getByRole('button', { name: 'New connection…' }).click();
    const dialog = connectionDialog(page);
    await dialog.getByLabel('Paste a URL').fill(production.database().url('viewer'));
    await dialog.getByLabel('Paste a URL').press('Enter');
    await dialog.getByLabel('Name', { exact: true }).fill('Orders, live');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    // A page that was loaded anew knows nothing: only the main process can lend the password.
    await page.reload();
    await page.getByText('Engine: ready').waitFor();
    await page.getByRole('button', { name: /^Orders, live/ }).click();
    await strip(page).getByText('read only').waitFor();
    await page.getByRole('region', { name: 'Slow steps' }).waitFor();
    await view(page, 'Tasks');
    await page.getByRole('row').filter({ hasText: 'weekly_report' }).waitFor();
    expect(await readableIn(page, ['Orders, live', PASSWORD])).toEqual(['Orders, live']);

    // The engine is another one now; it is lent the password anew.
    await page.evaluate(() => window.desktop?.restartEngine());
    await page.getByRole('button', { name: 'Disconnect' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'weekly_report' }).waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText(/^100 shown/).waitFor();
    expect(await readableIn(page, [PASSWORD])).toEqual([]);

    await app.close();
    const files = (await readdir(userData, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files)
      expect(await readFile(join(parentPath, name), 'latin1'), name).not.toContain(PASSWORD);
    expect(printed.join('')).not.toContain(PASSWORD);
  });
});
