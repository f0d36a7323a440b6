/** Every example opens, runs to its verdict, and the window's log is the command line's. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { exportedEvents, openExample, openWindow, runToVerdict, useWindow } from './support/window.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const EXAMPLES = join(ROOT, 'resources', 'examples');
const run = promisify(execFile);

useWindow();

const templates = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(EXAMPLES, name))
      .filter((file) => file.endsWith('.yaml') && !file.includes('.scenario.'))
      .map((file) => ({ name, file })),
  );

test.each(templates)('$name: $file gives the log of the command line', async ({ name, file }) => {
  const { page, complaints } = await openWindow();
  await openExample(page, `${name} ${file}`);
  const verdict = await runToVerdict(page);
  const shown = await exportedEvents(page);
  const path = join(EXAMPLES, name, file);
  // It answers 1 for a verdict other than complete: what it printed is what counts.
  const cli = await run(
    process.execPath,
    [join(ROOT, 'out/cli/tasker-workbench.js'), 'simulate', path, '--events'],
    {
      maxBuffer: 64_000_000,
    },
  ).catch((error: { stdout: string }) => error);
  expect(shown).toBe(cli.stdout);
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(verdict).not.toBe('');
  expect(complaints).toEqual([]);
});
