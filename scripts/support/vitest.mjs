/** Runs vitest and counts what passed and failed. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run, tool } from './process.mjs';

/**
 * Runs the given files or folders (all when empty); `name` tells its report from others. `under` is a program with arguments
 * that runs it, such as a display.
 */
export async function vitest(name, args, { env = {}, under = [] } = {}) {
  const report = join(ROOT, '.cache', `vitest-${name}.json`);
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  await rm(report, { force: true });
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const [command, ...rest] = [
    ...under,
    process.execPath,
    tool('vitest/vitest.mjs'),
    'run',
    ...options,
    ...args,
  ];
  // A build in this process leaves `production` behind, in which React has no tools for testing: vitest says its own.
  const { NODE_ENV: _, ...inherited } = process.env;
  const code = await run(command, rest, { env: { ...inherited, ...env } });
  return { code, ...(await counts(report)) };
}

async function counts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
