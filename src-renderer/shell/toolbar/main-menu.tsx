/** All commands in one menu, for where no menu bar is. */
import type { ReactNode } from 'react';
import { MENUS } from '../../../src-shared/commands/commands.ts';
import { commandsHere, isEnabled, keysOf, runCommand, useCommandTurn } from '../../commands/registry.ts';
import type { MenuItem } from '../../ui/menus/menu.tsx';
import { Menu } from '../../ui/menus/menu.tsx';

export function MainMenu({ trigger }: { readonly trigger: ReactNode }) {
  useCommandTurn((state) => state.turn);
  const menus = MENUS.map(({ name, title }) => ({ id: name, title, items: itemsOf(name) }));
  return <Menu trigger={trigger} items={menus} />;
}

function itemsOf(name: (typeof MENUS)[number]['name']): readonly MenuItem[] {
  const commands = commandsHere().filter(({ menu, inMenu }) => menu === name && inMenu !== false);
  return commands.map(({ id, title, group = 0 }, index) => ({
    id,
    title,
    keys: keysOf(id),
    isDisabled: !isEnabled(id),
    startsGroup: index > 0 && (commands[index - 1]?.group ?? 0) !== group,
    onSelect: () => runCommand(id),
  }));
}
