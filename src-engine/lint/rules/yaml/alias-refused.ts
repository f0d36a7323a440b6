import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { LintContext } from '../../rule.ts';
import { replaceText } from '../../fixes/fixes.ts';

export const aliasRefused: Rule = explain('alias-refused', {
  title: 'An alias',
  reason:
    'Ruby 3.2 and later load the file safely, and safe loading refuses aliases. The template is never registered; the value has to stand in both places.',
  fix: writeOut,
});

/**
 * A single value on the line of its anchor is put in the alias's place, and the anchor goes with its last alias. Of
 * anything larger a person has to decide where it is to stand.
 */
function writeOut({ offset, length }: Problem, { text }: LintContext): readonly Fix[] {
  const name = text.slice(offset + 1, offset + length);
  const anchor = ANCHORED.exec(text.slice(0, offset).split(`&${name}`).at(-1) ?? '');
  const value = anchor?.[1];
  if (!text.slice(0, offset).includes(`&${name} `) || value === undefined) return [];
  return [replaceText('Write the value out', offset, length, value)];
}

/** Behind the name of an anchor: a plain word or a quoted text, and nothing else on its line. */
const ANCHORED = /^ +([\w./:-]*[\w/]|"[^"\n]*"|'[^'\n]*') *(?:[\r\n]|$)/;
