import { expect, test } from 'vitest';
import { isInComment } from '../../../src-renderer/editor/places/comments.ts';

test.each([
  ['# a note ', true],
  ['    # a note', true],
  ['name: a # why ', true],
  ['name: a', false],
  ['name: a#b ', false],
  ['  - ', false],
  ['', false],
])('%j is in a comment: %s', (before, expected) => {
  expect(isInComment(before)).toBe(expected);
});
