import type { KeyPath } from '../../../template/edit/template-edit.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
import type { YamlNode } from '../../../template/yaml/node.ts';
import { child } from '../../../template/yaml/node.ts';
import { toJson } from '../../../template/yaml/to-json.ts';
import { explain } from '../../explain.ts';
import { renameKey, suggestionIn } from '../../fixes/fixes.ts';
import { keyPathOf, nodeAt } from '../../fixes/key-path.ts';
import type { LintContext, Rule } from '../../rule.ts';

export const unknownKey: Rule = explain('unknown-key', {
  title: 'A key that looks like another one',
  reason:
    'The template schema tolerates any key at any level, so a slip is no error: the key is ignored and the default applies. Keys of older documentation and of the successor, such as `retry_limit` or `steps`, are ignored in the same way.',
  fix: rename,
});

/** Only where the value would do: a map is no `default_retry_limit`. */
function rename(problem: Problem, context: LintContext): readonly Fix[] {
  const meant = suggestionIn(problem);
  const keys = keyPathOf(problem.path, context.root);
  if (meant === undefined || keys === undefined) return [];
  const attempts = child(nodeAt(context.root, keys), 'max_attempts');
  if (meant === 'default_retry_limit' && attempts !== undefined) return takeAttempts(keys, attempts, context);
  const kind = nodeAt(context.root, keys)?.kind;
  const isFitting = kind === 'scalar' || kind === undefined ? !isCollection(meant) : KINDS[meant] === kind;
  // One dependency and a list of them have keys of their own.
  const key =
    DEPENDENCY_KEYS.includes(meant) && kind !== 'map' ? DEPENDENCY_KEYS[kind === 'list' ? 1 : 0] : meant;
  if (key === undefined || (!isFitting && key === meant)) return [];
  return renameKey(`Rename it to ${quote(key)}`, key, problem, context);
}

/** The successor's `retry: { max_attempts: 3 }`; the rest of it has no counterpart here. */
function takeAttempts(keys: KeyPath, attempts: YamlNode, { root }: LintContext): readonly Fix[] {
  const target: KeyPath = [...keys.slice(0, -1), 'default_retry_limit'];
  if (nodeAt(root, target) !== undefined) return [];
  return [
    {
      title: 'Write its max_attempts as default_retry_limit',
      edit: {
        kind: 'several',
        edits: [
          { kind: 'set-value', path: keys, value: toJson(attempts) },
          { kind: 'rename-key', path: keys, key: 'default_retry_limit' },
        ],
      },
    },
  ];
}

const DEPENDENCY_KEYS: readonly string[] = ['depends_on_step', 'depends_on_steps'];

const KINDS: Readonly<Record<string, 'map' | 'list'>> = {
  step_templates: 'list',
  named_steps: 'list',
  depends_on_steps: 'list',
  custom_events: 'list',
  schema: 'map',
  environments: 'map',
  handler_config: 'map',
};

function isCollection(key: string): boolean {
  return Object.hasOwn(KINDS, key);
}
