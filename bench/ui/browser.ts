/** Chromium with the workbench's server, for measuring. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

export interface Measured {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function openServed(files: readonly string[]): Promise<Measured> {
  const { process: server, address } = await startServer(files);
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser: Browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(address);
  await page.getByText('Engine: ready').waitFor();
  const close = async (): Promise<void> => {
    await browser.close();
    server.kill('SIGKILL');
  };
  return { page, close };
}

async function startServer(files: readonly string[]): Promise<{ process: ChildProcess; address: string }> {
  const program = process.env['WORKBENCH_SERVER'];
  if (program === undefined) throw new Error('start this with npm run bench:ui');
  const child = spawn(process.execPath, [program, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.once('exit', () => reject(new Error(`the server ended: ${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /^Workbench: (\S+)$/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { process: child, address };
}
