import { expect, test } from 'vitest';
import { debugSwitches } from '../../../src-main/desktop/boot/debug-switches.ts';

const none = (): boolean => false;

test.each([
  '--inspect',
  '--inspect=0',
  '--inspect-brk=9229',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
])('%s is one', (argument) => {
  expect(debugSwitches([argument], none)).toHaveLength(1);
});

test('one that only Chromium knows of counts as well', () => {
  expect(debugSwitches([], (name) => name === 'remote-debugging-port')).toEqual(['remote-debugging-port']);
});

test('files and other switches are none', () => {
  expect(debugSwitches(['inspect', 'a.yaml', '--no-sandbox', '--inspection'], none)).toEqual([]);
});
