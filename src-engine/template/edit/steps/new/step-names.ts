/** What a step may be called. */
import { quote } from '../../../quote.ts';
import { refuse } from '../../refusal.ts';

/** What the column of Tasker's database holds, in characters. */
const LONGEST = 128;

export function refuseName(name: string): void {
  if (name.trim() === '') refuse('A step needs a name.', 'Write a short one, such as `send_mail`.');
  const length = Array.from(name).length;
  if (length > LONGEST) {
    refuse(
      `The name ${quote(name)} has ${length} characters.`,
      `${LONGEST} are the most that Tasker stores.`,
    );
  }
}

/** The name, or where it is taken the name with `_2`, `_3` …, kept within what may be stored. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`;
    const candidate =
      Array.from(name)
        .slice(0, LONGEST - ending.length)
        .join('') + ending;
    if (!taken.has(candidate)) return candidate;
  }
}
