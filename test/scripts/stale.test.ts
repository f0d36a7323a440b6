/** A part is built again when one of its sources changed, and only then. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { forget, isStale, stamped } from '../../scripts/build/stale.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = `test-${process.pid}`;
const PAST = new Date(2020, 0, 1);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-stale-'));
  for (const name of ['from/one.ts', 'from/except/two.ts', 'out/built.js']) write(name);
  for (const name of ['from/one.ts', 'from/except/two.ts', 'from/except', 'from'])
    utimesSync(join(folder, name), PAST, PAST);
  onTestFinished(async () => {
    await forget(NAME);
    rmSync(folder, { recursive: true });
  });
});

function write(name: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), '');
}

const stale = () => {
  const below = (name: string) => relative(ROOT, join(folder, name));
  return isStale(NAME, { from: [below('from')], except: [below('from/except')], out: below('out/built.js') });
};

test('what was never built is stale, what was built is not', async () => {
  expect(await stale()).toBe(true);
  await stamped(NAME, async () => undefined);
  expect(await stale()).toBe(false);
});

test('a source that changes while it is built makes it stale', async () => {
  await stamped(NAME, async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    write('from/one.ts');
  });
  expect(await stale()).toBe(true);
});

test('a file that is added or deleted makes it stale', async () => {
  await stamped(NAME, async () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  rmSync(join(folder, 'from', 'one.ts'));
  expect(await stale()).toBe(true);
});

test('folders that do not count do not', async () => {
  await stamped(NAME, async () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  write('from/except/three.ts');
  expect(await stale()).toBe(false);
});

test('a build that failed, or whose result is gone, leaves it stale', async () => {
  await stamped(NAME, async () => undefined);
  await expect(stamped(NAME, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await stale()).toBe(true);
  await stamped(NAME, async () => undefined);
  rmSync(join(folder, 'out', 'built.js'));
  expect(await stale()).toBe(true);
});
