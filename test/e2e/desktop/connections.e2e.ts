/** Saved connections in the real window: they stay, and their passwords are written nowhere in plain text. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DesktopConnections } from '../../../src-shared/desktop/bridge.ts';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';

afterAll(endDesktops);

const PASSWORD = 'correct-horse-7f3a9c';
const CONNECTION: Parameters<DesktopConnections['save']>[0] = {
  id: 'shop',
  name: 'Shop',
  colour: '#c02f1d',
  isProduction: true,
  target: {
    host: 'db.example.com',
    port: 5_432,
    database: 'shop',
    user: 'viewer',
    tls: { mode: 'verify-full' },
    statementTimeoutMs: 8_000,
  },
};

async function save({ page }: Desktop, password: string | null | undefined) {
  return page.evaluate(([connection, password]) => window.desktop?.connections.save(connection, password), [
    CONNECTION,
    password,
  ] as const);
}
async function list({ page }: Desktop) {
  return page.evaluate(() => window.desktop?.connections.list());
}
async function lend({ page }: Desktop) {
  return page.evaluate(() => window.desktop?.connections.lend('shop'));
}

/** Files of the program, with what is in them: its own, and those of Chromium. */
async function filesOf(
  folder: string,
): Promise<readonly { readonly name: string; readonly content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (name) => ({ name, content: await readFile(name, 'latin1') })));
}

async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  const forms = [text, Buffer.from(text).toString('base64')];
  const files = await filesOf(folder);
  return files.filter(({ content }) => forms.some((form) => content.includes(form))).map(({ name }) => name);
}

test('a connection stays, its password is lent to the engine and shown to nobody', async () => {
  const first = await startDesktop({ page: 'empty' });
  const { userData } = first;
  const printed: string[] = [];
  first.app.process().stdout?.on('data', (data) => printed.push(String(data)));
  first.app.process().stderr?.on('data', (data) => printed.push(String(data)));
  const canKeep = await first.page.evaluate(() => window.desktop?.connections.canKeepSecrets());
  expect(await list(first)).toEqual([]);
  expect(await save(first, PASSWORD)).toEqual({ ...CONNECTION, hasPassword: true });
  expect(await list(first)).toEqual([{ ...CONNECTION, hasPassword: true }]);

  const names = [await lend(first), await lend(first)];
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[\da-f-]{36}$/);
  await first.page.evaluate(() => window.desktop?.restartEngine());
  expect(await lend(first)).toMatch(/^[\da-f-]{36}$/);
  // A call that fails is written down; what it was called with is not.
  const refused = await first.page.evaluate(
    (password) => Object(window.desktop).connections.save({ password }, password).catch(String),
    PASSWORD,
  );
  expect(refused).toContain('arguments do not fit');
  await first.app.close();
  expect(await filesWith(PASSWORD, userData)).toEqual([]);
  // What is no secret is found where it should be: the search does search.
  expect(await filesWith('db.example.com', userData)).toEqual([join(userData, 'connections.json')]);
  expect(printed.join('')).not.toContain(PASSWORD);
  expect((await filesOf(userData)).map(({ name }) => name)).toContain(join(userData, 'failures.log'));

  const second = await startDesktop({ page: 'empty', userData });
  expect(await list(second)).toEqual([{ ...CONNECTION, hasPassword: canKeep }]);
  expect((await lend(second)) !== null).toBe(canKeep);
  expect(await save(second, undefined)).toMatchObject({ hasPassword: canKeep });
  expect(await save(second, null)).toMatchObject({ hasPassword: false });
  expect(await lend(second)).toBeNull();
  await save(second, PASSWORD);
  await second.page.evaluate(() => window.desktop?.connections.remove('shop'));
  expect(await list(second)).toEqual([]);
  await second.app.close();
  const own = (await filesOf(userData)).filter(({ name }) => /(?:connections|secrets)\.json$/.test(name));
  expect(own.length).toBeGreaterThan(0);
  for (const { content } of own) expect(JSON.parse(content)).toEqual([]);
  expect(await filesWith(PASSWORD, userData)).toEqual([]);

  const third = await startDesktop({ page: 'empty', userData });
  expect(await list(third)).toEqual([]);
  expect(await lend(third)).toBeNull();
});
