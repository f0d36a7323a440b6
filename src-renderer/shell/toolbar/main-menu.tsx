/** All commands in one menu, for where no menu bar is. */
import type { ReactNode } from 'react';
import { commandsHere, isEnabled, keysOf, runCommand, useCommandTurn } from '../../commands/registry.ts';
import { Menu } from '../../ui/controls/menu.tsx';

export function MainMenu({ trigger }: { readonly trigger: ReactNode }) {
  useCommandTurn((state) => state.turn);
  const commands = commandsHere().filter(({ inMenu }) => inMenu !== false);
  const items = commands.map(({ id, title, menu, group = 0 }, index) => {
    const before = commands[index - 1];
    const startsGroup = before !== undefined && (before.menu !== menu || (before.group ?? 0) !== group);
    return {
      id,
      title,
      keys: keysOf(id),
      isDisabled: !isEnabled(id),
      startsGroup,
      onSelect: () => runCommand(id),
    };
  });
  return <Menu trigger={trigger} items={items} />;
}
