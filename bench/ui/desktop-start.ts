/** The desktop from the start of its process: first paint, and the engine ready from its seed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { figure } from './figure.ts';

const STARTS = 5;

interface Start {
  readonly paint: number;
  readonly engine: number;
}

export async function measureDesktopStart(): Promise<void> {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) return;
  const starts: Start[] = [];
  for (let turn = 0; turn < STARTS; turn++) starts.push(await startOnce(executablePath));
  const median = (pick: (start: Start) => number): number =>
    starts.map(pick).toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0;
  figure('desktop, first paint', `${Math.round(median(({ paint }) => paint))} ms`, '≤ 1,000 ms');
  figure('desktop, engine ready', `${Math.round(median(({ engine }) => engine))} ms`, '≤ 2,000 ms');
}

async function startOnce(executablePath: string): Promise<Start> {
  const userData = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const root = process.env['WORKBENCH_ROOT'] ?? process.cwd();
  const start = Date.now();
  const app = await _electron.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${userData}`, root],
  });
  try {
    const page = await app.firstWindow();
    await page.getByText('Engine: ready').waitFor();
    const { origin, paint, engine } = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      engine: performance.getEntriesByName('engine-ready')[0]?.startTime ?? Number.NaN,
    }));
    return { paint: origin + paint - start, engine: origin + engine - start };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 });
  }
}
