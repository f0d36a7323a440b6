import { deleteComment } from '../../fixes/comment.ts';
import type { Rule } from '../../rule.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  severity: 'info',
  title: 'A comment that silences nothing',
  reason:
    'The problem it was written for is gone, or was never there. Left in place, it would hide the next one without anybody noticing.',
  hint: 'Delete the comment, or the code from it.',
  fix: deleteComment,
};
