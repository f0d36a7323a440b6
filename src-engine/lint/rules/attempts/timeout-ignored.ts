import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import { child } from '../../../template/yaml/node.ts';
import { nodeAt, keyPathOf } from '../../fixes/key-path.ts';
import { toJson } from '../../../template/yaml/to-json.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const timeoutIgnored: Rule = {
  code: 'timeout-ignored',
  severity: 'warning',
  title: 'A timeout the engine does not know',
  reason:
    'The engine has no timeout of steps: a handler that hangs keeps its step in progress for ever. A key beside `handler_class` is read by nobody; in `handler_config` at least the handler is given it.',
  hint: 'Move it into `handler_config` and let the handler obey it.',
  supersedes: 'ignored-key',
  check,
  fix,
};

const KEYS = new Set(['timeout', 'timeout_seconds', 'timeout_ms', 'timeout_in_seconds', 'execution_timeout']);

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps)
    for (const { key, keyPlace } of step.node.entries.values())
      if (KEYS.has(key)) report(keyPlace, `Nothing obeys the ${quote(key)} of the step ${stepLabel(step)}.`);
}

/** Not into an API configuration, which would drop it. */
function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  const key = keys?.at(-1);
  if (keys === undefined || key === undefined) return [];
  const value = nodeAt(root, keys);
  const target = [...keys.slice(0, -1), 'handler_config', key];
  const config = nodeAt(root, target.slice(0, -1));
  if (value === undefined || child(config, 'type') !== undefined) return [];
  if (nodeAt(root, target) !== undefined || (config !== undefined && config.kind !== 'map')) return [];
  return [
    {
      title: 'Move it into handler_config',
      edit: {
        kind: 'several',
        edits: [
          { kind: 'set-value', path: target, value: toJson(value) },
          { kind: 'delete-value', path: keys },
        ],
      },
    },
  ];
}
