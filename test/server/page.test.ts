/** The files of the page, their headers, and that nothing else is to be had. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src-main/desktop/security/csp.ts';
import { readPageFile } from '../../src-main/server/page/page-files.ts';
import { ask, testServer } from './support/test-server.ts';

test('the page is never kept, what has a hash in its name for ever', async () => {
  const server = await testServer();
  const get = async (path: string) => {
    const { status, headers } = await ask(server, path);
    return [status, headers['content-type'], headers['cache-control']];
  };
  const script = 'text/javascript; charset=utf-8';
  expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
  expect(await get('/index.html?x=1')).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
  expect(await get('/assets/main-B4k2_x-9.js')).toEqual([200, script, 'public, max-age=31536000, immutable']);
  expect(await get('/assets/plain.css')).toEqual([200, 'text/css; charset=utf-8', 'no-store']);
});

test.each([
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/%2e%2e%2fpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/%252e%252e/package.json',
  '//package.json',
  '/assets//plain.css',
  '/assets/',
  '/assets',
  '/.hidden',
  '/index.html%00.js',
  '/%',
  '/C:/windows/win.ini',
  'http://evil.example/index.html',
])('%s is not to be had', async (path) => {
  const server = await testServer();
  const answer = await ask(server, path);
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('secret');
});

test('a link that leads out of the folder is not followed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync('../outside.txt', join(folder, 'page', 'link.txt'));
  expect(await readPageFile(join(folder, 'page'), '/link.txt')).toBeUndefined();
});

test.each(['/', '/nothing', '/rpc', '/assets/plain.css'])(
  '%s has the headers that protect a page',
  async (path) => {
    const server = await testServer();
    const { headers } = await ask(server, path, { host: server.host, origin: 'http://evil.example' });
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  },
);

test('the policy is that of the desktop, and lets the page reach this server', async () => {
  const server = await testServer();
  const { headers } = await ask(server, '/', { host: server.host });
  const policy = String(headers['content-security-policy']);
  expect(policy.replace(` ws://${server.host}`, '')).toBe(CONTENT_SECURITY_POLICY);
  expect(policy).toContain(`connect-src 'self' ws://${server.host};`);
});

test('a file may be asked about, and nothing may be changed', async () => {
  const server = await testServer();
  expect(await ask(server, '/', {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(server, '/', {}, method);
    expect({ status, allow: headers['allow'] }).toEqual({ status: 405, allow: 'GET, HEAD' });
  }
});
