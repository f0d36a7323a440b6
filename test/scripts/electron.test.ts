/** Where an Electron is looked for, and what it is started with. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { electronFlags, findElectron } from '../../scripts/runtimes/electron.mjs';

const onLinux = test.runIf(process.platform === 'linux');

onLinux('the folder that is named comes before all others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-electron-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const binary = join(folder, 'electron');
  mkdirSync(dirname(binary), { recursive: true });
  writeFileSync(binary, '');
  writeFileSync(join(folder, 'version'), 'v33.2.1\n');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
  expect(findElectron(env)).toEqual({ binary, folder, version: '33.2.1' });
});

onLinux('a named folder without an Electron is passed over', () => {
  const found = findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(tmpdir(), 'nothing-here') });
  expect(found?.folder).not.toContain('nothing-here');
});

onLinux('Wayland alone is told to Electron, and root goes without a sandbox', () => {
  const hint = '--ozone-platform-hint=auto';
  expect(electronFlags({ WAYLAND_DISPLAY: 'wayland-0' })).toContain(hint);
  expect(electronFlags({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' })).not.toContain(hint);
  expect(electronFlags({}).includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
