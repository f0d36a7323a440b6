import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containedPath } from '../../../src-main/desktop/security/contained-path.ts';

const FOLDER = join('/program', 'renderer');

test('an address of the bundle is a file of its folder', () => {
  expect(containedPath(FOLDER, 'app://bundle/')).toBe(join(FOLDER, 'index.html'));
  expect(containedPath(FOLDER, 'app://bundle/index.html?x#y')).toBe(join(FOLDER, 'index.html'));
  expect(containedPath(FOLDER, 'app://bundle/assets/a%20b.js')).toBe(join(FOLDER, 'assets', 'a b.js'));
});

test.each([
  'app://bundle/%2e%2e/main/index.cjs',
  'app://bundle/..%2fmain/index.cjs',
  'app://bundle/a/..%2f..%2f..%2fetc/passwd',
  'app://bundle/..%5cmain',
  'app://bundle/C:/windows',
  'app://bundle/a%00.js',
  'app://bundle/%',
  'app://bundle/.',
  'app://other/index.html',
  'https://bundle/index.html',
  'file:///etc/passwd',
  'index.html',
])('%s is no file of the bundle', (address) => {
  const path = containedPath(FOLDER, address);
  expect(
    path === undefined || path === join(FOLDER, 'index.html') || path.startsWith(join(FOLDER, '/')),
  ).toBe(true);
  if (!address.startsWith('app://bundle/') || /%5c|:\/w|%00|\/%$|%2f/.test(address))
    expect(path).toBeUndefined();
});

test('no address leads out of the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '/',
    '\\',
    '%5c',
    'a',
    '%00',
    '~',
    'C:',
    '//',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = containedPath(FOLDER, `app://bundle/${pieces.join('')}`);
      expect(path === undefined || path.startsWith(join(FOLDER, '/'))).toBe(true);
    }),
  );
});
