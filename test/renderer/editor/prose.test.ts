import { expect, test } from 'vitest';
import { isInProse } from '../../../src-renderer/editor/places/prose.ts';

test.each([
  ['# a note ', true],
  ['    # a note', true],
  ['name: a # why ', true],
  ['    description: Checks ', true],
  ['    description: Checks every li', true],
  ['  - description: "Checks every', true],
  ['name: a', false],
  ['name: a#b', false],
  ['    default_retryable: ', false],
  ['    default_retryable: tr', false],
  ['    handler_class: Orders::Handler', false],
  ['    id: { type: integer, ', false],
  ['    depends_on_steps: [a, ', false],
  ['  - ', false],
  ['    handler_config:', false],
  ['', false],
])('%j is prose: %s', (before, expected) => {
  expect(isInProse(before)).toBe(expected);
});
