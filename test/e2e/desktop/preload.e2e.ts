/** What the page sees of the desktop: the bridge, and nothing behind it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';

/** Written out: a function that is added to the bridge is a decision. */
const BRIDGE = [
  'clearRecentFiles',
  'closeFolder',
  'closed',
  'connectEngine',
  'connections',
  'drafts',
  'dropDraft',
  'keepDraft',
  'lastFolder',
  'lintConfigOf',
  'listFolder',
  'onCommand',
  'onEngineState',
  'onFileChanged',
  'onFileRequested',
  'onFolderChanged',
  'onFolderRequested',
  'onSaveBeforeClose',
  'openDroppedFile',
  'openDroppedFolder',
  'openFile',
  'openFileById',
  'openFolder',
  'platform',
  'readFolderFiles',
  'readLayout',
  'ready',
  'recentFiles',
  'restartEngine',
  'saveFile',
  'saveFileAs',
  'saveLayout',
  'saveScenario',
  'scenariosOf',
  'setDocument',
  'setEnabledCommands',
  'setTheme',
];

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(endDesktops);

test('the bridge has exactly its functions', async () => {
  const names = await desktop.page.evaluate(() => Object.keys(window.desktop ?? {}));
  expect(names.toSorted()).toEqual(BRIDGE);
  const connections = await desktop.page.evaluate(() => Object.keys(window.desktop?.connections ?? {}));
  expect(connections.toSorted()).toEqual(['canKeepSecrets', 'lend', 'list', 'remove', 'save']);
});

test('the bridge cannot be changed by the page', async () => {
  const changed = await desktop.page.evaluate(() => {
    const bridge = Object(window.desktop);
    const before = bridge.openFile;
    try {
      bridge.openFile = () => 'mine';
    } catch {
      // Refused loudly or silently: what counts is that it stays.
    }
    return bridge.openFile !== before;
  });
  expect(changed).toBe(false);
});

test('nothing of Node or Electron is in the page', async () => {
  const found = await desktop.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('listeners get plain values, no event', async () => {
  const count = await desktop.page.evaluate(
    () =>
      new Promise((resolve) => {
        window.desktop?.onEngineState((...args: unknown[]) => resolve(args.length));
        window.desktop?.restartEngine();
      }),
  );
  expect(count).toBe(1);
});

test('arguments that do not fit are refused', async () => {
  const refused = await desktop.page.evaluate(async () => {
    const bridge = Object(window.desktop);
    const calls: (() => Promise<unknown>)[] = [
      () => bridge.saveFile('id'),
      () => bridge.openFileById({ path: '/etc/passwd' }),
      () => bridge.saveFile('id', 'x'.repeat(8_000_001), null),
      () => bridge.keepDraft({ key: 'k', name: 'n', text: 't', fileId: null, version: null, path: '/x' }),
    ];
    const answers = await Promise.allSettled(calls.map((call) => call()));
    return answers.map((answer) => answer.status === 'rejected' && String(answer.reason));
  });
  for (const message of refused) expect(message).toContain('arguments do not fit');
});

test('a path is no id: files nobody pointed at stay closed', async () => {
  const answer = await desktop.page.evaluate(() => window.desktop?.openFileById('/etc/hostname'));
  expect(answer).toMatchObject({ kind: 'unusable' });
});

test('a file made by the page is no dropped file', async () => {
  const answer = await desktop.page.evaluate(() =>
    window.desktop?.openDroppedFile(new File(['name: x'], '/etc/hostname')).catch(String),
  );
  expect(answer).toContain('arguments do not fit');
});
