/** The engine's process: it is connected once, comes back when it ends, and can be ended when it hangs. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';
import { heard, listen, waitFor } from '../support/heard.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop({ page: 'empty' });
});
beforeEach(async () => {
  await desktop.page.reload();
  await listen(desktop.page);
  await desktop.page.evaluate(() => window.desktop?.restartEngine());
  await desktop.page.waitForFunction(() => Object(window).heard.engineStates.at(-1)?.kind === 'running');
});
afterAll(endDesktops);

async function connect(): Promise<void> {
  await desktop.page.evaluate(() => window.desktop?.connectEngine());
}

async function enginePid(): Promise<number> {
  const pids = await desktop.app.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ name, pid }) => (name === 'Tasker Workbench engine' ? [pid] : [])),
  );
  return pids.at(-1) ?? 0;
}

/** Ends the engine as a crash would, and answers once the desktop has noticed. */
async function crash(): Promise<void> {
  const ends = (await heard(desktop.page)).engineStates.filter(({ kind }) => kind !== 'running').length;
  await eventually(enginePid).toBeGreaterThan(0);
  process.kill(await enginePid(), 'SIGKILL');
  await desktop.page.waitForFunction(
    (ends) =>
      Object(window).heard.engineStates.filter(({ kind }: { kind: string }) => kind !== 'running').length >
      ends,
    ends,
  );
}

test('a page gets its line once', async () => {
  await connect();
  await waitFor(desktop.page, 'ports');
  await connect();
  await desktop.page.waitForTimeout(300);
  expect((await heard(desktop.page)).ports).toHaveLength(1);
});

test('a page that was loaded anew gets a line again', async () => {
  await connect();
  await waitFor(desktop.page, 'ports');
  await desktop.page.reload();
  await listen(desktop.page);
  await connect();
  await waitFor(desktop.page, 'ports');
});

test('an engine that ends comes back, with a new line', async () => {
  await connect();
  await waitFor(desktop.page, 'ports');
  await crash();
  await waitFor(desktop.page, 'ports', 2);
  const states = (await heard(desktop.page)).engineStates;
  const restarting = states.findIndex(
    ({ kind, reason }) => kind === 'restarting' && /unexpectedly/.test(reason ?? ''),
  );
  expect(restarting).toBeGreaterThan(-1);
  await desktop.page.waitForFunction(() => Object(window).heard.engineStates.at(-1)?.kind === 'running');
});

test('an engine that ends again and again stays down until the user starts it', async () => {
  await connect();
  for (let count = 0; count < 4; count += 1) await crash();
  const last = (await heard(desktop.page)).engineStates.at(-1);
  expect(last).toMatchObject({ kind: 'down', reason: expect.stringContaining('4 times') });
  await desktop.page.evaluate(() => window.desktop?.restartEngine());
  await desktop.page.waitForFunction(() => Object(window).heard.engineStates.at(-1)?.kind === 'running');
});

test('the user can replace an engine that hangs', async () => {
  await connect();
  await waitFor(desktop.page, 'ports');
  const before = await enginePid();
  process.kill(before, 'SIGSTOP');
  await desktop.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('desktop.restartEngine')?.click(),
  );
  await waitFor(desktop.page, 'ports', 2);
  await eventually(() => isAlive(before)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
