/** A button for a command of the table: its words, its shortcut, and whether it can be used come from there. */
import type { LucideIcon } from 'lucide-react';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import { COMMANDS } from '../../../src-shared/commands/commands.ts';
import { isEnabled, keysOf, runCommand, useCommandTurn } from '../../commands/registry.ts';
import type { ButtonProps } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/button.tsx';

export interface CommandButtonProps {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  readonly look?: NonNullable<ButtonProps['look']>;
  /** In the place of the command's own words. */
  readonly label?: string;
}

export function CommandButton({ id, icon, look = 'quiet', label }: CommandButtonProps) {
  // Whether it can be used follows from the stores; the registry says when to look again.
  useCommandTurn((state) => state.turn);
  const title = COMMANDS.find((command) => command.id === id)?.title ?? id;
  return (
    <IconButton
      icon={icon}
      label={label ?? title}
      keys={keysOf(id)}
      look={look}
      disabled={!isEnabled(id)}
      onClick={() => runCommand(id)}
    />
  );
}
