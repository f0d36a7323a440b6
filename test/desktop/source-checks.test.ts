/**
 * What must not stand in the sources of main and page, whoever adds it: the checks of Electron's security list that can be
 * seen in a text. A new exception is a line here, with the only file that may have it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = ['src-main/desktop', 'src-renderer', 'src-shared'];

interface Source {
  readonly path: string;
  /** Without comments: what is explained is not done. */
  readonly code: string;
}

/** Strings are found as well, because something that looks like a comment may be in one. */
const STRING_OR_COMMENT = /(['"`])(?:\\.|(?!\1)[^\\])*?\1|\/\*[\s\S]*?\*\/|\/\/.*$/gm;

const SOURCES = FOLDERS.flatMap(sourcesIn);

function sourcesIn(folder: string): readonly Source[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(?:tsx?|html|css)$/.test(name))
    .map((name) => ({
      path: `${folder}/${name.replaceAll('\\', '/')}`,
      code: codeOf(join(ROOT, folder, name)),
    }));
}

function codeOf(path: string): string {
  return readFileSync(path, 'utf8').replace(STRING_OR_COMMENT, (found) =>
    found.startsWith('/') ? '' : found,
  );
}

const filesWith = (pattern: RegExp): readonly string[] =>
  SOURCES.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

/** What it is, how it looks, and the files that may have it. */
const REFUSED: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['Node in a page', /nodeIntegration\w*\s*:\s*(?!false)\S/, []],
  ['a page that is not isolated', /contextIsolation\s*:\s*(?!true)\S/, []],
  ['a page outside of the sandbox', /\bsandbox\s*:\s*(?!true)\S/, []],
  ['web security switched off', /webSecurity\s*:\s*(?!true)\S|disable-web-security/, []],
  ['insecure content', /allowRunningInsecureContent|allow-running-insecure-content/, []],
  ['features that are not finished', /experimentalFeatures|enableBlinkFeatures|enable-blink-features/, []],
  ['webviews', /<webview|webviewTag\s*:\s*(?!false)\S|allowpopups/, []],
  ['shared processes', /\baffinity\s*:/, []],
  ['the remote module', /enableRemoteModule|@electron\/remote|electron'?\)?\.remote/, []],
  ['code put into a page', /\bexecuteJavaScript\w*|\binsertCSS\b|\binsertText\b/, []],
  ['code made from text', /\beval\s*\(|\bnew\s+Function\s*\(|\bsetTimeout\s*\(\s*['"`]/, []],
  ['addresses opened outside', /\bopenExternal\b|\bshell\s*\./, []],
  ['other programs started', /\bchild_process\b/, []],
  ['own views and windows', /\bnew\s+(?:BrowserView|WebContentsView|BaseWindow)\b/, []],
  ['a window', /\bnew\s+BrowserWindow\b/, ['src-main/desktop/windows/create-window.ts']],
  ['the receiving end of channels', /\bipcMain\b/, ['src-main/desktop/ipc/setup-ipc.ts']],
  ['the sending end of channels', /\bipcRenderer\b/, ['src-main/desktop/preload.ts']],
  ['a bridge', /\bexposeIn(?:Main|Isolated)World\b/, ['src-main/desktop/preload.ts']],
  ['messages that block', /\bsendSync\b/, []],
  [
    'other schemes',
    /registerSchemesAsPrivileged|protocol\.handle/,
    ['src-main/desktop/security/bundle-scheme.ts'],
  ],
  ['schemes the old way', /\b(?:register|intercept)(?:File|Http|Buffer|String|Stream)Protocol\b/, []],
  ['schemes of the system', /setAsDefaultProtocolClient/, []],
  [
    'certificates taken on trust',
    /certificate-error|setCertificateVerifyProc|ignore-certificate-errors|rejectUnauthorized/,
    [],
  ],
  ['switches for Chromium', /appendSwitch|appendArgument/, []],
  ['warnings switched off', /ELECTRON_DISABLE_SECURITY_WARNINGS/, []],
  ['plain connections', /http:\/\/(?!www\.w3\.org\/)/, ['src-main/desktop/security/session-guards.ts']],
  [
    'files by their address',
    /\bloadFile\s*\(|['"`]file:\/\//,
    ['src-main/desktop/security/session-guards.ts'],
  ],
  [
    'HTML from text',
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc|srcDoc/,
    [],
  ],
  ['passwords of the system', /\bsafeStorage\b/, ['src-main/desktop/connections/setup-connections.ts']],
  ['encryption with a key that everybody knows', /setUsePlainTextEncryption/, []],
  ['crash reports that are sent', /\bcrashReporter\b/, []],
];

test.each(REFUSED)('%s: nowhere else', (_what, pattern, allowed) => {
  expect(filesWith(pattern).filter((path) => !allowed.includes(path))).toEqual([]);
});

test.each(REFUSED.filter(([, , allowed]) => allowed.length > 0))(
  '%s: an exception that is not needed any more is taken out',
  (_what, pattern, allowed) => {
    expect(filesWith(pattern)).toEqual(expect.arrayContaining([...allowed]));
  },
);

/** What has to be there; that it works is what the end-to-end tests show. */
const REQUIRED: readonly (readonly [string, RegExp])[] = [
  ['permission requests', /setPermissionRequestHandler/],
  ['permission checks', /setPermissionCheckHandler/],
  ['devices', /setDevicePermissionHandler/],
  ['navigation', /will-frame-navigate/],
  ['redirects', /will-redirect/],
  ['webviews', /will-attach-webview/],
  ['new windows', /setWindowOpenHandler/],
  ['the sandbox', /enableSandbox/],
];

test.each(REQUIRED)('%s: guarded in one place', (_what, pattern) => {
  expect(filesWith(pattern)).toHaveLength(1);
});

test('the page has no script of its own in its HTML', () => {
  for (const { path, code } of SOURCES.filter(({ path }) => path.endsWith('.html'))) {
    expect(code.match(/<script(?![^>]*\bsrc=)/g), path).toBeNull();
    expect(code.match(/\son\w+=/g), path).toBeNull();
  }
});

test('no script of the package starts anything for debugging', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const script of Object.values(scripts)) expect(script).not.toMatch(/--inspect|--remote-debugging/);
});

test('the preload carries nothing but the bridge', () => {
  const preload = SOURCES.find(({ path }) => path.endsWith('/preload.ts'))?.code ?? '';
  const imports = [...preload.matchAll(/^import (?!type)[^;]*from '([^']+)'/gm)].map(([, from]) => from);
  expect(imports).toEqual([
    'electron',
    '../../src-shared/desktop/bridge.ts',
    './boot/platform.ts',
    './ipc/channel-name.ts',
  ]);
});
