/** What the commands of the table do. Parts of the page register theirs; menus, palette and keys only know ids. */
import { create } from 'zustand';
import type { Command } from '../../src-shared/commands/command.ts';
import type { CommandId } from '../../src-shared/commands/commands.ts';
import { COMMANDS } from '../../src-shared/commands/commands.ts';
import { platform } from '../platform/current.ts';
import { notify } from '../store/notices.ts';
import { shownKeys } from './keys.ts';

export interface CommandAction {
  readonly run: () => unknown;
  /** Default: always. */
  readonly isEnabled?: () => boolean;
}

const actions = new Map<CommandId, CommandAction>();

/** Grows when a command may have become possible or impossible. */
export const useCommandTurn = create<{ readonly turn: number }>(() => ({ turn: 0 }));

export function registerCommands(commands: Partial<Record<CommandId, CommandAction>>): void {
  for (const command of COMMANDS) {
    const action = commands[command.id];
    if (action !== undefined) actions.set(command.id, action);
  }
}

export function isEnabled(id: CommandId): boolean {
  const action = actions.get(id);
  return action !== undefined && (action.isEnabled?.() ?? true);
}

/** Does nothing when the command makes no sense now. What goes wrong is told, never lost. */
export function runCommand(id: CommandId): void {
  if (!isEnabled(id)) return;
  const tell = (error: unknown): void =>
    notify({
      kind: 'error',
      title: 'That did not work',
      detail: error instanceof Error ? error.message : String(error),
    });
  try {
    const result = actions.get(id)?.run();
    if (result instanceof Promise) result.catch(tell);
  } catch (error) {
    tell(error);
  }
}

/** All commands that exist here, in the order of the table. */
export function commandsHere(): readonly (Command & { readonly id: CommandId })[] {
  return COMMANDS.filter((command: Command) => command.only === undefined || platform.kind === 'desktop');
}

/** The first shortcut of a command as it is printed on the keyboard. */
export function keysOf(id: CommandId): string | undefined {
  const command: Command | undefined = COMMANDS.find((each) => each.id === id);
  const [first] = command?.keys ?? [];
  return first === undefined ? undefined : shownKeys(first, platform.isMac);
}

/** Tells the menu of the desktop what may be chosen; cheap to call often. */
export function refreshCommands(): void {
  const enabled = commandsHere().filter(({ id }) => isEnabled(id));
  const ids = enabled.map(({ id }) => id);
  const key = ids.join(' ');
  if (key === lastEnabled) return;
  lastEnabled = key;
  platform.setEnabledCommands(ids);
  useCommandTurn.setState(({ turn }) => ({ turn: turn + 1 }));
}

let lastEnabled = '';
