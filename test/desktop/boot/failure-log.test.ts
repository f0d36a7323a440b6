import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFailureLog } from '../../../src-main/desktop/boot/failure-log.ts';

const NOON = (): Date => new Date('2026-01-01T12:00:00Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'failures-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a failure is one dated entry, without what a user typed', async () => {
  const path = join(folder, 'deep', 'failures.log');
  createFailureLog(path, NOON)('saveFile failed', new Error('cannot write "my text"'));
  const log = await readFile(path, 'utf8');
  expect(log).toMatch(/^2026-01-01T12:00:00.000Z saveFile failed: Error: cannot write "…"/);
});

test('only its owner may read it', async () => {
  const path = join(folder, 'failures.log');
  createFailureLog(path, NOON)('x');
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test('it does not grow for ever', async () => {
  const path = join(folder, 'failures.log');
  await writeFile(path, 'x'.repeat(300_000));
  createFailureLog(path, NOON)('new');
  expect((await stat(path)).size).toBeLessThan(100);
  expect((await stat(`${path}.1`)).size).toBe(300_000);
});

test('a log that cannot be written is no second failure', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(() => createFailureLog(join(folder, 'file', 'failures.log'), NOON)('x')).not.toThrow();
});
