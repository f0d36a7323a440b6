import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { KeyPath } from '../../../template/edit/template-edit.ts';
import type { LintContext } from '../../rule.ts';
import { keyPathOf } from '../../fixes/key-path.ts';

export const neverRetryable: Rule = explain('never-retryable', {
  title: 'A step that never runs',
  reason:
    '`default_retryable: false` reads like "no second attempt", but readiness asks for it before the first one too. The step stays pending for ever, and the task waits for it without an error.',
  fix: onceOnly,
});

/** One attempt is what such a step is meant to have. */
function onceOnly({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  if (keys === undefined) return [];
  const limit: KeyPath = [...keys.slice(0, -1), 'default_retry_limit'];
  return [
    {
      title: 'Allow one attempt: default_retry_limit: 1',
      edit: {
        kind: 'several',
        edits: [
          { kind: 'set-value', path: limit, value: 1 },
          { kind: 'set-value', path: keys, value: true },
        ],
      },
    },
  ];
}
