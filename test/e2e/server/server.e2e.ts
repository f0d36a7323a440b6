/** The built server with its real engine, looked at with a browser. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBrowser, startScript, startServer } from './support/started.ts';

const CLIENT = '123e4567-e89b-42d3-a456-426614174000';

function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the page loads under its policy, and gets to the engine', async () => {
  const server = await startServer();
  const { page, complaints } = await openBrowser();
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (text: string) => void violations.push(text));
  await page.addInitScript({
    content: `addEventListener('securitypolicyviolation', (e) => tellViolation(e.violatedDirective + ' ' + e.blockedURI));`,
  });
  const connected = page.waitForEvent('websocket');
  const response = await page.goto(server.address);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  const line = await connected;
  if (!line.isClosed()) await line.waitForEvent('framereceived');
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a page with a wrong token is refused, and can read why', async () => {
  const server = await startServer();
  const { page } = await openBrowser();
  const token = 'x'.repeat(43);
  await page.goto(server.address.replace(/token=.*/, `token=${token}`));
  const answer = await page.evaluate(async (path) => {
    const response = await fetch(path);
    const socket = new WebSocket(path);
    const code = await new Promise((resolve) => {
      socket.addEventListener('close', (event) => resolve(event.code));
      socket.addEventListener('open', () => resolve('open'));
    });
    return { status: response.status, words: await response.text(), code };
  }, `/rpc?token=${token}&client=${CLIENT}`);
  expect(answer).toEqual({
    status: 401,
    words: expect.stringMatching(/^Refused: wrong token\./),
    code: 1006,
  });
  expect(server.output()).not.toContain(token);
});

test('Ctrl-C ends the server within a second, and the page is told', async () => {
  const server = await startServer();
  const { page } = await openBrowser();
  await page.goto(server.address);
  // A database that is being opened cannot be interrupted; Ctrl-C then takes as long as that.
  await page.getByText('Engine: ready').waitFor();
  const token = new URL(server.address).hash.slice('#token='.length);
  await page.evaluate(
    (path) =>
      new Promise((resolve) => {
        const socket = new WebSocket(path);
        socket.addEventListener(
          'close',
          (event) => (document.title = `closed ${event.code} ${event.reason}`),
        );
        socket.addEventListener('open', resolve);
      }),
    `/rpc?token=${token}&client=${CLIENT}&takeover=1`,
  );
  const { code, ms } = await server.end('SIGINT');
  expect(code).toBe(0);
  expect(ms).toBeLessThan(1_000);
  await page.waitForFunction(() => document.title === 'closed 1001 server-ended');
});

test('a port that is taken is told', async () => {
  const server = await startServer();
  const { port } = new URL(server.address);
  await expect(startServer('--port', port)).rejects.toThrow(`Port ${port} is taken by another program.`);
});

test.runIf(process.platform === 'linux')(
  'npm start without a display says so, serves, and leaves nothing behind',
  async () => {
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
    const started = await startScript('scripts/start.mjs', [], env);
    expect(started.output()).toContain('No display');
    const children = childrenOf(started.process.pid);
    expect(children).toHaveLength(1);
    expect((await started.end('SIGTERM')).code).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
  },
);

test.runIf(process.platform === 'linux')('when npm start is killed, the server goes as well', async () => {
  const started = await startScript('scripts/start.mjs', ['--browser']);
  const children = childrenOf(started.process.pid);
  await started.end('SIGKILL');
  await expect.poll(() => children.filter(isAlive), { timeout: 3_000 }).toEqual([]);
});
