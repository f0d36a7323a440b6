import { quote } from '../../../template/quote.ts';
import { urlsOf } from '../../api/api-configs.ts';
import { child } from '../../../template/yaml/node.ts';
import { setIt } from '../../fixes/fixes.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const insecureUrl: Rule = {
  code: 'insecure-url',
  severity: 'info',
  title: 'A url without encryption',
  reason: 'With `http` everybody on the way can read and change the request, headers with keys included.',
  hint: 'Use `https`.',
  check,
  fix,
  needsChoice: true,
};

/** Names without a point are those of one's own network. */
const LOCAL =
  /^http:\/\/(?:[^./:]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|\[::1\]|[^/:]+\.(?:local|localhost|internal|test))(?:[:/]|$)/i;

function check({ steps }: LintContext, report: Finding): void {
  for (const step of steps) {
    const config = child(step.node, 'handler_config');
    for (const { url, node } of config?.kind === 'map' ? urlsOf(config) : [])
      if (/^http:\/\//i.test(url) && !LOCAL.test(url))
        report(node.place, `The url ${quote(url)} is not encrypted.`);
  }
}

function fix(problem: Problem, context: LintContext): readonly Fix[] {
  const { offset, length } = problem;
  const url = context.text.slice(offset, offset + length).replaceAll(/^["']|["']$/g, '');
  if (!/^http:\/\/\S+$/i.test(url)) return [];
  return setIt('Use https', url.replace(/^http/i, 'https'), problem, context);
}
