import { nearest } from '../../../template/check/suggest.ts';
import { quote } from '../../../template/quote.ts';
import { child } from '../../../template/yaml/node.ts';
import { renameKey, suggestionIn } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const environmentName: Rule = {
  code: 'environment-name',
  severity: 'info',
  title: 'An environment Rails does not know by this name',
  reason:
    'Overrides are chosen by the exact name of the Rails environment, usually `development`, `test` or `production`. Under another spelling they are never merged, and nothing says so.',
  hint: 'Use the name of the Rails environment.',
  check,
  fix: (problem, context) => {
    const meant = suggestionIn(problem);
    return meant === undefined ? [] : renameKey(`Rename it to ${quote(meant)}`, meant, problem, context);
  },
  needsChoice: true,
};

const USUAL = ['development', 'test', 'production', 'staging'];
const SHORT: Readonly<Record<string, string>> = {
  dev: 'development',
  devel: 'development',
  local: 'development',
  testing: 'test',
  prod: 'production',
  live: 'production',
  stage: 'staging',
};

function check({ root }: LintContext, report: Finding): void {
  const block = child(root, 'environments');
  if (block?.kind !== 'map') return;
  for (const { key, keyPlace } of block.entries.values()) {
    if (USUAL.includes(key)) continue;
    const name = key.toLowerCase();
    const meant = Object.hasOwn(SHORT, name) ? SHORT[name] : nearest(name, USUAL);
    if (meant === undefined || block.entries.has(meant)) continue;
    report(
      keyPlace,
      `The environment ${quote(key)} is merged only where Rails runs under this very name.`,
      `Did you mean '${meant}'?`,
    );
  }
}
