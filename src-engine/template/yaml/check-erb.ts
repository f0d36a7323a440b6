/** Finds `<% … %>` in the raw text: it usually breaks the YAML, so the tree is the wrong place to look for it. */
import type { Report } from '../problem-codes.ts';

const MOST = 20;
const LONGEST_TAG = 200;

export function checkErb(text: string, report: Report): void {
  let from = 0;
  for (let found = 0; found < MOST; found += 1) {
    const offset = text.indexOf('<%', from);
    if (offset < 0) return;
    from = offset + 2;
    if (isInComment(text, offset)) continue;
    const end = text.slice(offset, offset + LONGEST_TAG).indexOf('%>');
    const length = end < 0 ? 2 : end + 2;
    report('erb-not-run', { segment: '', offset, length }, 'An ERB tag stands here; it is not run.');
  }
}

/** Good enough for a hint: the line up to the tag begins with a hash sign. */
function isInComment(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  return /^\s*#/.test(text.slice(lineStart, Math.min(offset, lineStart + LONGEST_TAG)));
}
