import { expect, test } from 'vitest';
import { COMMANDS } from '../../../src-shared/commands/commands.ts';
import type { Command } from '../../../src-shared/commands/command.ts';
import { accelerator } from '../../../src-main/desktop/menu/accelerator.ts';

test.each([
  ['Mod+Shift+S', 'CommandOrControl+Shift+S'],
  ['F5', 'F5'],
  ['Mod+-', 'CommandOrControl+-'],
  ['Mod+=', 'CommandOrControl+='],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Alt+ArrowUp', 'Alt+Up'],
])('%s is %s', (shortcut, expected) => {
  expect(accelerator(shortcut)).toBe(expected);
});

test('every shortcut of the table is one that Electron knows', () => {
  const commands: readonly Command[] = COMMANDS;
  const keys =
    /^(?:[A-Z0-9]|F\d{1,2}|[-=/.,;'[\]\\`]|Plus|Space|Tab|Enter|Esc|Up|Down|Left|Right|Home|End|PageUp|PageDown|Delete|Backspace)$/;
  for (const shortcut of commands.flatMap(({ keys = [] }) => keys)) {
    const parts = accelerator(shortcut).split('+');
    expect(parts.at(-1), shortcut).toMatch(keys);
    for (const modifier of parts.slice(0, -1))
      expect(['CommandOrControl', 'Shift', 'Alt', 'Ctrl']).toContain(modifier);
  }
});
