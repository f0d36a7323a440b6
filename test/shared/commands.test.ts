import { describe, expect, it } from 'vitest';
import type { Command } from '../../src-shared/commands/command.ts';
import { COMMANDS, isCommandId, MENUS } from '../../src-shared/commands/commands.ts';

const commands: readonly Command[] = COMMANDS;

describe('the table of commands', () => {
  it('names every command once', () => {
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives a shortcut to one command of a scope only', () => {
    const keys = commands.flatMap(({ keys = [], scope = 'window' }) =>
      keys.map((each) => `${scope} ${each}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('puts every command into a menu that exists', () => {
    const names = new Set<string>(MENUS.map(({ name }) => name));
    for (const { menu } of commands) expect(names).toContain(menu);
  });

  it('binds no bare letter in the whole window, where somebody may be typing', () => {
    for (const { keys = [], scope = 'window' } of commands) {
      if (scope === 'window')
        for (const each of keys) expect(each).toMatch(/^(?:F\d+|.*(?:Mod|Alt|Shift)\+.+)$/);
    }
  });

  it('knows its own ids and no others', () => {
    expect(isCommandId('file.save')).toBe(true);
    expect(isCommandId('file.destroy')).toBe(false);
    expect(isCommandId(7)).toBe(false);
  });
});
