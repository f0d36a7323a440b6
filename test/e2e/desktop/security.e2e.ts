/** What the page cannot do, tried out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(endDesktops);

test('the page comes from its own scheme, in a secure context', async () => {
  expect(await desktop.page.evaluate(() => [location.origin, isSecureContext])).toEqual([
    'app://bundle',
    true,
  ]);
});

test('its process is in the sandbox, isolated, without Node', async () => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => Object(webContents).getLastWebPreferences()),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(preferences[0].nodeIntegrationInWorker ?? false).toBe(false);
});

test('inline scripts and eval are blocked', async () => {
  const answer = await desktop.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true;';
    document.head.append(script);
    // In a task of the page's own: the debugger, in whose name this runs, is free of the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(Reflect.construct(Function, ['return true'])());
        } catch {
          resolve(false);
        }
      }, 0);
    });
    return { inline: 'inlineRan' in globalThis, evaluated };
  });
  expect(answer).toEqual({ inline: false, evaluated: false });
});

test('scripts of others are not loaded, and no address is reached', async () => {
  const answer = await desktop.page.evaluate(async () => {
    const script = document.createElement('script');
    script.src = 'https://example.com/x.js';
    const loaded = new Promise((resolve) => {
      script.addEventListener('load', () => resolve(true));
      script.addEventListener('error', () => resolve(false));
    });
    document.head.append(script);
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    return { loaded: await loaded, fetched };
  });
  expect(answer).toEqual({ loaded: false, fetched: false });
});

test('the network is refused below the policy as well', async () => {
  const answer = await desktop.app.evaluate(({ session }) =>
    session.defaultSession.fetch('https://127.0.0.1:9/').catch(String),
  );
  expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('navigating away is refused', async () => {
  const { page } = desktop;
  const before = page.url();
  for (const target of ['https://example.com/', 'file:///etc/hostname', 'data:text/html,x', 'app://other/']) {
    await page.evaluate((target) => location.assign(target), target);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(before);
  }
});

test('new windows are refused', async () => {
  const opened = await desktop.page.evaluate(() => [
    window.open('https://example.com/'),
    window.open('about:blank'),
    window.open('index.html'),
  ]);
  expect(opened).toEqual([null, null, null]);
  expect(desktop.app.windows()).toHaveLength(1);
});

test('frames and webviews stay empty', async () => {
  const frames = await desktop.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(frame, view);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const reached = frame.contentDocument === null ? 'blocked' : frame.contentDocument.URL;
    frame.remove();
    view.remove();
    return { reached, isView: 'getWebContentsId' in view };
  });
  expect(frames.isView).toBe(false);
  expect(['blocked', 'about:blank']).toContain(frames.reached);
});

test('permissions are refused, but for writing to the clipboard', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const notification = await Notification.requestPermission();
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    );
    return [...states, notification, media];
  });
  expect(new Set(answers)).toEqual(new Set(['denied', 'refused']));
});

test('only files of the bundle are served', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const addresses = [
      'app://bundle/%2e%2e/main/index.cjs',
      'app://bundle/..%2fmain%2findex.cjs',
      'app://bundle/..%5cmain%5cindex.cjs',
      'app://bundle/%00',
      'app://bundle/nothing.js',
    ];
    return Promise.all(addresses.map((address) => fetch(address).then(({ status }) => status)));
  });
  expect(answers).toEqual([404, 404, 404, 404, 404]);
});
