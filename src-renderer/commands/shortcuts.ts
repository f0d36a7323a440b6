/** Listens to the keyboard, from the same table that makes the menus. */
import { createKeybindingsHandler } from 'tinykeys';
import type { Command } from '../../src-shared/commands/command.ts';
import type { CommandId } from '../../src-shared/commands/commands.ts';
import { listenerKeys } from './keys.ts';
import { commandsHere, isEnabled, runCommand } from './registry.ts';

/** The text editor has its own undo stack, its own search and its own way with comments: there, these keys stay its own. */
const LEFT_TO_TEXT: ReadonlySet<string> = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+F', 'Mod+/']);

/** Ours come first, also before those of the text editor: one key means one thing in the whole window. */
export function listenToKeys(): () => void {
  const handlers: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commandsHere()) {
    if (command.isNative === true) continue;
    for (const keys of command.keys ?? [])
      handlers[listenerKeys(keys)] = (event) => handle(command, keys, event);
  }
  // A field that is written in does not silence the window; a word that is being composed does.
  const listener = createKeybindingsHandler(handlers, { ignore: ({ isComposing }) => isComposing });
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}

function handle(command: Command & { readonly id: CommandId }, keys: string, event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || isInDialog(target)) return;
  if (LEFT_TO_TEXT.has(keys) && isText(target)) return;
  const { scope = 'window' } = command;
  if (scope !== 'window' && (target.closest(`[data-scope="${scope}"]`) === null || isControl(target))) return;
  if (!isEnabled(command.id)) {
    // A function key that can do nothing now must not reload the page instead.
    if (/^F\d/.test(event.key)) event.preventDefault();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  runCommand(command.id);
}

function isInDialog(target: Element): boolean {
  return target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}

function isText(target: Element): boolean {
  return target.closest('input, textarea, [contenteditable], [data-scope="text"]') !== null;
}

/** Space presses a button: it is not ours there. */
function isControl(target: Element): boolean {
  return target.closest('button, a, input, textarea, select') !== null;
}
