/** Browser mode from the sources. Nothing is changed here: that would be the sources of whoever runs the tests. */
import { expect, test } from 'vitest';
import { openBrowser, startScript } from './support/started.ts';

/** The first time vite bundles the text editor's modules, which may take a minute. */
const FIRST_TIME_MS = 180_000;

test(
  'npm run dev serves the page with hot replacement, and a line to the engine',
  { timeout: FIRST_TIME_MS },
  async () => {
    const dev = await startScript('scripts/dev.mjs', ['--browser']);
    const { page } = await openBrowser();
    const lines: string[] = [];
    const heard = new Promise<void>((resolve) => {
      page.on('websocket', (line) => {
        const { pathname } = new URL(line.url());
        lines.push(pathname);
        if (pathname === '/rpc') line.on('framereceived', () => resolve());
      });
    });
    await page.goto(dev.address);
    await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
    await heard;
    expect(new Set(lines)).toEqual(new Set(['/', '/rpc']));
    const refused = await page.evaluate(async () => (await fetch('/rpc?token=wrong')).status);
    expect(refused).toBe(401);
    expect((await dev.end('SIGINT')).code).toBe(0);
  },
);
