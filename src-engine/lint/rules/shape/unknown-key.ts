import type { Fix, Problem } from '../../../template/problem.ts';
import { quote } from '../../../template/quote.ts';
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

/** Only where the value would do: `retry: {…}` is no `default_retry_limit`. */
function rename(problem: Problem, context: LintContext): readonly Fix[] {
  const meant = suggestionIn(problem);
  if (meant === undefined) return [];
  const keys = keyPathOf(problem.path, context.root);
  const kind = keys && nodeAt(context.root, keys)?.kind;
  const isFitting = kind === 'scalar' || kind === undefined ? !isCollection(meant) : KINDS[meant] === kind;
  // One dependency and a list of them have keys of their own.
  const key =
    DEPENDENCY_KEYS.includes(meant) && kind !== 'map' ? DEPENDENCY_KEYS[kind === 'list' ? 1 : 0] : meant;
  if (key === undefined || (!isFitting && key === meant)) return [];
  return renameKey(`Rename it to ${quote(key)}`, key, problem, context);
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
