import { quote } from '../../../template/quote.ts';
import { urlsOf } from '../../api/api-configs.ts';
import { child } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const urlPlaceholder: Rule = {
  code: 'url-placeholder',
  severity: 'info',
  title: 'A placeholder in a url',
  reason:
    'Nothing fills in `{id}`: the engine hands the url to the handler as it stands. That is fine as long as the handler replaces it, and a 404 where it does not.',
  hint: 'Replace it in the step handler.',
  check,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const config = child(step.node, 'handler_config');
    for (const { url, node } of config?.kind === 'map' ? urlsOf(config) : []) {
      const placeholder = /(?<!\$)\{\w+\}/.exec(url)?.[0];
      if (placeholder !== undefined)
        report(node.place, `The placeholder ${quote(placeholder)} in the url is not filled in.`);
    }
  }
}
