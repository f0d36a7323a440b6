import { expect, test } from 'vitest';
import { isOwnUrl, pageSource } from '../../../src-main/desktop/security/origins.ts';

test('a packaged program looks at no development server', () => {
  const source = pageSource('http://localhost:5173/', true);
  expect(source.url).toBe('app://bundle/index.html');
  expect([...source.origins]).toEqual(['app://bundle']);
});

test('while developing a server on this machine is the page', () => {
  const source = pageSource('http://localhost:5173/', false);
  expect(source.url).toBe('http://localhost:5173/');
  expect(isOwnUrl('http://localhost:5173/x', source)).toBe(true);
  expect(isOwnUrl('http://localhost:9999/x', source)).toBe(false);
});

test.each(['https://example.com/', 'http://localhost.example.com/', 'nonsense', ''])(
  '%s is no development server',
  (server) => {
    expect(pageSource(server, false).url).toBe('app://bundle/index.html');
  },
);

test.each([
  'app://bundle.example/',
  'app://other/',
  'https://bundle/',
  'file:///',
  'data:text/html,x',
  'about:blank',
  'javascript:0',
  '',
])('%s is not ours', (url) => {
  expect(isOwnUrl(url, pageSource(undefined, true))).toBe(false);
});
