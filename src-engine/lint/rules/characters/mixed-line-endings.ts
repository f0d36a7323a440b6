import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix } from '../../../template/problem.ts';

export const mixedLineEndings: Rule = explain('mixed-line-endings', {
  title: 'Both kinds of line endings',
  reason:
    'The template loads as it should. Tools that compare files show every line as changed once somebody unifies them.',
  fix: (_, { text }) => [unifyLineEndings(text)],
});

/** The kind that most lines have. */
function unifyLineEndings(text: string): Fix {
  const breaks = [...text.matchAll(/\r?\n/g)];
  const windows = breaks.filter(([each]) => each === '\r\n').length;
  const wanted = windows > breaks.length - windows ? '\r\n' : '\n';
  const changes = breaks
    .filter(([each]) => each !== wanted)
    .map(({ 0: each, index }) => ({ offset: index, length: each.length, text: wanted }));
  return {
    title: `Use ${wanted === '\n' ? 'LF' : 'CRLF'} everywhere`,
    edit: { kind: 'replace-text', changes },
  };
}
