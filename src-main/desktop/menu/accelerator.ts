/** From the shortcuts of the table of commands to Electron's accelerators. Pure. */

/** Names of `KeyboardEvent.key` that Electron calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
};

/** `Mod+Shift+S` becomes `CommandOrControl+Shift+S`. */
export function accelerator(shortcut: string): string {
  return parts(shortcut)
    .map((part) => NAMES[part] ?? part)
    .join('+');
}

/** The last part may be the plus itself: `Mod++`. */
function parts(shortcut: string): readonly string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), 'Plus'] : shortcut.split('+');
}
