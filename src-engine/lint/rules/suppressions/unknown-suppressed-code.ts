import { replaceText, suggestionIn } from '../../fixes/fixes.ts';
import type { Rule } from '../../rule.ts';

export const unknownSuppressedCode: Rule = {
  code: 'unknown-suppressed-code',
  severity: 'warning',
  title: 'A comment that silences a rule that does not exist',
  reason:
    'Codes are matched letter by letter, so the comment silences nothing. The problem it was written for is still reported, or will be.',
  hint: 'Take the code from the problem that is to be silenced, or delete the comment.',
  fix: (problem) => {
    const meant = suggestionIn(problem);
    if (meant === undefined) return [];
    return [replaceText(`Write ${meant}`, problem.offset, problem.length, meant)];
  },
};
