/**
 * Makes a text for the common simple patterns: letters, classes, groups, alternatives and counts.
 * Whatever it makes is tried against the real expression, so a construct it misreads only means no result.
 */
import { toRegExp } from '../validate/keywords/regular-expression.ts';
import { parsePattern } from './pattern-parser.ts';
import { writePattern } from './pattern-writer.ts';

/** How far open-ended counts are stretched while looking for the length that is asked for. */
const MOST_EXTRA = 200;

export function sampleForPattern(
  pattern: string,
  minLength: number,
  maxLength: number,
  variant: number,
): string | undefined {
  const expression = toRegExp(pattern, 'strict');
  const parsed = parsePattern(pattern);
  if (expression === undefined || parsed === undefined) return undefined;
  for (let extra = 0; extra <= MOST_EXTRA; extra += 1) {
    const text = writePattern(parsed, extra, variant);
    if (text === undefined) return undefined;
    const candidates = [text, text.padEnd(minLength, text.at(-1) ?? 'x')];
    const fits = candidates.find((candidate) => {
      const length = Array.from(candidate).length;
      return length >= minLength && length <= maxLength && expression.test(candidate);
    });
    if (fits !== undefined) return fits;
  }
  return undefined;
}
