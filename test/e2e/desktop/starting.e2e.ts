/** How files come in from outside, and that there is one program at a time. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import {
  BINARY,
  ROOT,
  commandLine,
  endDesktops,
  startDesktop,
  temporaryFolder,
} from '../support/electron.ts';
import { listen, waitFor } from '../support/heard.ts';

afterEach(endDesktops);
afterAll(endDesktops);

async function template(name: string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, `name: ${name}\n`);
  return path;
}

test('a file on the command line waits until the page listens', async () => {
  const path = await template('first.yaml');
  const { page } = await startDesktop({ page: 'empty', files: [path] });
  await listen(page);
  await page.evaluate(() => window.desktop?.ready());
  const [request] = await waitFor(page, 'requests');
  expect(request).toMatchObject({ kind: 'opened', opened: { text: 'name: first.yaml\n' } });
});

test('a file that is no template is told, not hidden', async () => {
  const picture = join(await temporaryFolder(), 'picture.yaml');
  await writeFile(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]));
  const { page } = await startDesktop({ page: 'empty', files: [picture] });
  await listen(page);
  await page.evaluate(() => window.desktop?.ready());
  expect((await waitFor(page, 'requests'))[0]).toMatchObject({ kind: 'unusable', name: 'picture.yaml' });
});

test('a second start passes its file on and ends', async () => {
  const { page, userData } = await startDesktop({ page: 'empty' });
  await listen(page);
  await page.evaluate(() => window.desktop?.ready());
  const path = await template('second.yaml');
  const program = process.env['DESKTOP_PROGRAM'] ?? ROOT;
  const second = spawn(BINARY, commandLine(userData, [program, path]), { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect((await waitFor(page, 'requests'))[0]).toMatchObject({
    kind: 'opened',
    opened: { file: { name: 'second.yaml' } },
  });
});

test('recent files are known after a new start, by the same id', async () => {
  const path = await template('kept.yaml');
  const first = await startDesktop({ page: 'empty', files: [path] });
  await listen(first.page);
  await first.page.evaluate(() => window.desktop?.ready());
  await waitFor(first.page, 'requests');
  const before = await first.page.evaluate(() => window.desktop?.recentFiles());
  await first.app.close();

  const second = await startDesktop({ page: 'empty', userData: first.userData });
  expect(await second.page.evaluate(() => window.desktop?.recentFiles())).toEqual(before);
  const id = before?.[0]?.id ?? '';
  const again = await second.page.evaluate((id) => window.desktop?.openFileById(id), id);
  expect(again).toMatchObject({ kind: 'opened', opened: { text: 'name: kept.yaml\n' } });
});
