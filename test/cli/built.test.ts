/** The built command line as a process: exit codes, streams, pipes. Built once when it is not there. */
import type { ChildProcessByStdio } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLE = join(ROOT, 'out/cli/tasker-workbench.js');
const EXAMPLE = join(ROOT, 'resources/examples/01-ecommerce-checkout/process_order.yaml');

const LONG_EXAMPLE = join(ROOT, 'resources/examples/02-data-pipeline/customer_analytics.yaml');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  meanwhile: (child: ChildProcessByStdio<null, Readable, Readable>) => void = () => {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUNDLE, ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()));
    meanwhile(child);
    child.on('error', reject).on('close', (code) => resolve({ code, ...ended }));
  });
}

beforeAll(async () => {
  try {
    await access(BUNDLE);
  } catch {
    await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build.mjs')], { cwd: ROOT });
  }
}, 120_000);

describe('the built command line', () => {
  test('says its version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test('lints without errors and exits 0, with errors and exits 2', async () => {
    const files = { 'good.yaml': GOOD_TEMPLATE, 'bad.yaml': 'name: [' };
    await inFolder(files, async (folder) => {
      expect((await run(['lint', join(folder, 'good.yaml')])).code).toBe(0);
      expect((await run(['lint', join(folder, 'bad.yaml')])).code).toBe(2);
      expect((await run(['lint', join(folder, 'none.yaml')])).code).toBe(2);
      expect((await run(['lint', '--what', join(folder, 'good.yaml')])).code).toBe(64);
    });
  });

  test('simulates a good run and exits 0', async () => {
    const { code, stdout, stderr } = await run(['simulate', EXAMPLE]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('✓ Completed after');
    expect(stdout).not.toContain('\u001B');
  });

  test('simulates a failing run and exits 1', async () => {
    const scenario = EXAMPLE.replace('.yaml', '.card-declined.scenario.yaml');
    const { code, stdout } = await run(['simulate', EXAMPLE, '--scenario', scenario, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed', scenario: 'The card is declined' });
  });

  test('lists the examples that come with it', async () => {
    expect((await run(['examples'])).stdout).toContain('01-ecommerce-checkout');
  });

  test('is quiet, and content, when the reader of the pipe goes away', async () => {
    for (const args of [
      ['examples'],
      ['simulate', EXAMPLE, '--events'],
      ['lint', '--format', 'json', EXAMPLE],
    ]) {
      const { code, stderr } = await run(args, {}, (child) => child.stdout.destroy());
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    }
  });

  test('Ctrl-C ends a run with 130, in the middle of its log', async () => {
    const scenario = LONG_EXAMPLE.replace('.yaml', '.crm-timeout.scenario.yaml');
    const args = ['simulate', LONG_EXAMPLE, '--scenario', scenario, '--events'];
    const { code, stdout, stderr } = await run(args, {}, (child) => {
      child.stdout.once('data', () => child.kill('SIGINT'));
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Cancelled.\n' });
    expect(stdout).not.toContain('task.completed');
  });
});
