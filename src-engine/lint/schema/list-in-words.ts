/** Names in a sentence, the first few of many. */
import { quote } from '../../template/quote.ts';

const MOST_NAMED = 6;

/** e.g. `'a'`, `'a' and 'b'`, `'a', 'b', 'c', 'd', 'e', 'f' and 4 more`. */
export function listInWords(names: readonly string[]): string {
  const shown = names.slice(0, names.length <= MOST_NAMED + 1 ? MOST_NAMED + 1 : MOST_NAMED).map(quote);
  const left = names.length - shown.length;
  const last = left > 0 ? `${left} more` : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
}
