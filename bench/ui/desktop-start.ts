/**
 * The desktop from the start of its process: first paint, and the engine ready from its seed; beside it the first paint of
 * a bare window, below which no program on this machine can get. Looked at from outside, because a launcher that attaches
 * itself would hold the program back.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { figure } from './figure.ts';

const STARTS = 5;
const FIRST_PORT = 9_451;

interface Start {
  readonly paint: number;
  /** NaN of the bare window. */
  readonly engine: number;
}

export async function measureDesktopStart(): Promise<void> {
  const binary = process.env['ELECTRON_EXEC_PATH'];
  if (binary === undefined) return;
  const root = process.env['WORKBENCH_ROOT'] ?? process.cwd();
  const bare = await starts(binary, bareProgram(), FIRST_PORT);
  const workbench = await starts(binary, root, FIRST_PORT + STARTS);
  const floor = `${median(bare, ({ paint }) => paint)} ms`;
  figure(
    'desktop, first paint',
    `${median(workbench, ({ paint }) => paint)} ms (bare window ${floor})`,
    '≤ 1,000 ms',
  );
  figure('desktop, engine ready', `${median(workbench, ({ engine }) => engine)} ms`, '≤ 2,000 ms');
}

function median(all: readonly Start[], pick: (start: Start) => number): number {
  return Math.round(all.map(pick).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN);
}

async function starts(binary: string, program: string, port: number): Promise<readonly Start[]> {
  const all: Start[] = [];
  for (let turn = 0; turn < STARTS; turn++) all.push(await startOnce(binary, program, port + turn));
  return all;
}

function bareProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const main = `const { app, BrowserWindow } = require('electron');
    app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<h1>bare</h1>'));`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), main);
  return folder;
}

async function startOnce(binary: string, program: string, port: number): Promise<Start> {
  const userData = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const isBare = program.includes('workbench-bench');
  const start = Date.now();
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${userData}`,
    `--remote-debugging-port=${port}`,
  ];
  const child = spawn(binary, [...args, program], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  try {
    // Nothing is asked before everything is over.
    await setTimeout(4_000);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('the desktop has no window');
    if (!isBare) await page.getByText('Engine: ready').waitFor();
    return await timesOf(page, start);
  } finally {
    child.kill('SIGKILL');
    await setTimeout(300);
    rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function timesOf(page: Page, start: number): Promise<Start> {
  const { origin, paint, engine } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    engine: performance.getEntriesByName('engine-ready')[0]?.startTime ?? Number.NaN,
  }));
  return { paint: origin + paint - start, engine: origin + engine - start };
}
