/** A path as people see it. Pure. */
import { sep } from 'node:path';

/** The home folder becomes `~`; also so that pictures of the screen do not show whose it is. */
export function shownPath(path: string, home: string): string {
  return home !== '' && path.startsWith(`${home}${sep}`) ? `~${path.slice(home.length)}` : path;
}
