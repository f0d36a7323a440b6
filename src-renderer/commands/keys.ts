/** From the table's way of writing shortcuts to that of the key listener and to what is printed on the keyboard. */

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };

/** e.g. `Mod+Shift+S` → `$mod+Shift+S`, as the listener writes it. */
export function listenerKeys(keys: string): string {
  return keys.replace('Mod', '$mod');
}

/** e.g. `Mod+Shift+S` → `Ctrl+Shift+S`, on a Mac `⇧⌘S`. */
export function shownKeys(keys: string, isMac: boolean): string {
  if (!isMac) return keys.replace('Mod', 'Ctrl');
  const parts = splitKeys(keys);
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  const signs = order.filter((each) => parts.includes(each)).map((each) => MAC_SIGNS[each]);
  return signs.join('') + (parts.at(-1) ?? '');
}

/** The last part may be a plus sign itself. */
function splitKeys(keys: string): readonly string[] {
  return keys.endsWith('+') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
}
