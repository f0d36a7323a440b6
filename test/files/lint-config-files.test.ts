import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nearestLintConfig, readNearestLintConfig } from '../../src-main/files/lint-config-files.ts';

let folder = '';
let template = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-lint-config-'));
  mkdirSync(join(folder, 'orders', 'deep'), { recursive: true });
  template = join(folder, 'orders', 'deep', 'order.yaml');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the nearest configuration upwards is the one that counts', async () => {
  writeFileSync(join(folder, '.tasker-lint.yaml'), 'rules: {}\n');
  expect(await nearestLintConfig(template)).toBe(join(folder, '.tasker-lint.yaml'));
  writeFileSync(join(folder, 'orders', '.tasker-lint.yaml'), 'rules: { word-boolean: off }\n');
  expect(await readNearestLintConfig(template)).toBe('rules: { word-boolean: off }\n');
});

test('one too large to be a configuration is none', async () => {
  writeFileSync(join(folder, '.tasker-lint.yaml'), '#'.repeat(300_000));
  expect(await readNearestLintConfig(template)).toBeNull();
});
