/** The built server as a process of its own, and a Chromium to look at it. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const READY_WITHIN_MS = 60_000;
/** A machine with little to spare takes its time. */
const PATIENCE_MS = 60_000;

export interface Started {
  readonly process: ChildProcess;
  /** With the token. */
  readonly address: string;
  readonly output: () => string;
  /** Sends a signal, and resolves with the exit code and how long it took. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>;
}

/** @param script Relative to the project. Ended when the test is over. */
export async function startScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Started> {
  const started = await launchScript(script, args, env);
  onTestFinished(() => void started.process.kill('SIGKILL'));
  return started;
}

/** The built server, to be ended by the caller. */
export const launchServer = (files: readonly string[]): Promise<Started> =>
  launchScript('out/server/server.js', files, process.env);

async function launchScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Started> {
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const child = spawn(process.execPath, [script, ...args], options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (): void => {
      child.kill('SIGKILL');
      reject(new Error(`no address was printed:\n${output}`));
    };
    const late = setTimeout(fail, READY_WITHIN_MS);
    child.once('exit', fail);
    child.stdout.on('data', () => {
      const [, found] = /^Workbench: (\S+)$/m.exec(output) ?? [];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    const began = performance.now();
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = await ended;
    return { code: code as number | null, ms: performance.now() - began };
  };
  return { process: child, address, output: () => output, end };
}

export const startServer = (...args: readonly string[]): Promise<Started> =>
  startScript('out/server/server.js', args);

/** An empty page, and what its console complains of. */
export async function openBrowser(): Promise<{ page: Page; complaints: string[] }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}
