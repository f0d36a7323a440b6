import { quote } from '../../../template/quote.ts';
import { apiConfigs, urlsOf } from '../../api/api-configs.ts';
import { setIt } from '../../fixes/fixes.ts';
import type { Fix, Problem } from '../../../template/problem.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const apiUrlScheme: Rule = {
  code: 'api-url-scheme',
  severity: 'warning',
  title: 'A url without scheme or host',
  reason:
    'The connection of an API step needs a url with scheme and host. Without them every attempt fails with an argument error, however many there are.',
  hint: 'Write the whole url, such as `https://api.example.com/orders`.',
  check,
  fix,
};

const WHOLE = /^[a-z][a-z\d+.-]*:\/\/[^/\s]+/i;
/** Text that was to be filled in is another rule's matter. */
const TO_BE_FILLED = /^\s*(?:\$\{|<%|\{)/;

function check({ steps }: LintContext, report: Finding): void {
  for (const { config } of apiConfigs(steps))
    for (const { url, node } of urlsOf(config))
      if (!WHOLE.test(url) && !TO_BE_FILLED.test(url))
        report(node.place, `The url ${quote(url)} has no scheme or no host.`);
}

function fix(problem: Problem, context: LintContext): readonly Fix[] {
  const url = /^The url '(.*)' has/.exec(problem.message)?.[1] ?? '';
  if (!/^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(url)) return [];
  return setIt(`Write https://${url}`, `https://${url}`, problem, context);
}
