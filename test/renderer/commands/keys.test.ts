import { expect, it } from 'vitest';
import { listenerKeys, shownKeys } from '../../../src-renderer/commands/keys.ts';

it.each([
  ['Mod+S', 'Ctrl+S', '⌘S'],
  ['Mod+Shift+P', 'Ctrl+Shift+P', '⇧⌘P'],
  ['Mod+Alt+1', 'Ctrl+Alt+1', '⌥⌘1'],
  ['Mod+-', 'Ctrl+-', '⌘-'],
  ['Mod++', 'Ctrl++', '⌘+'],
  ['F5', 'F5', 'F5'],
])('prints %s as %s, on a Mac as %s', (keys, other, mac) => {
  expect(shownKeys(keys, false)).toBe(other);
  expect(shownKeys(keys, true)).toBe(mac);
});

it('hands the key of the system to the listener', () => {
  expect(listenerKeys('Mod+Shift+S')).toBe('$mod+Shift+S');
});
