import { expect, test } from 'vitest';
import { shownPath } from '../../../src-main/desktop/files/shown-path.ts';

test.skipIf(process.platform === 'win32')('the home folder is a tilde, and only that', () => {
  expect(shownPath('/home/anna/a.yaml', '/home/anna')).toBe('~/a.yaml');
  expect(shownPath('/home/annabel/a.yaml', '/home/anna')).toBe('/home/annabel/a.yaml');
  expect(shownPath('/a.yaml', '')).toBe('/a.yaml');
});
