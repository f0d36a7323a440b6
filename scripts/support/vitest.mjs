/** Runs vitest and counts what passed and failed. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run, tool } from './process.mjs';

/** Runs the given files or folders (all when empty); `name` tells its report from others. */
export async function vitest(name, args, env = {}) {
  const report = join(ROOT, '.cache', `vitest-${name}.json`);
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  await rm(report, { force: true });
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...options, ...args], {
    env: { ...process.env, ...env },
  });
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
