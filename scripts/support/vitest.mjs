/** Runs vitest, counts what passed and failed, and names what failed. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
  return { code, ...(await results(report)) };
}

async function results(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(await readFile(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, failures: testResults.flatMap(failuresOf) };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** A file that could not even be loaded has a message and no tests. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && tests.length === 0) return [`${file}: ${firstLine(message)}`];
  return tests.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
  );
}

function firstLine(text) {
  return text.split('\n', 1)[0];
}
