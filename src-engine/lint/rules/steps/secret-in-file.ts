import { quote } from '../../../template/quote.ts';
import type { YamlNode } from '../../../template/yaml/node.ts';
import { child } from '../../../template/yaml/node.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const secretInFile: Rule = {
  code: 'secret-in-file',
  severity: 'warning',
  title: 'A secret in the file',
  reason:
    'Templates are in version control and in every copy of it, and `handler_config` is shown wherever templates are. A secret that was committed once has to be replaced.',
  hint: 'Read it from the environment or from credentials in the step handler, and replace the secret.',
  check,
};

const SECRET_KEY =
  /(?:^|[_-])(?:password|passwd|secret|token|api_?key|access_?key|private_?key|client_?secret|authorization)$/i;
const SECRET_IN_URL = /^[a-z][\w+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i;
/** Placeholders, references and names of variables are what should stand there. */
const HARMLESS = /[{}<>[\]]|^\$|^(?:x+|\*+|changeme|placeholder|none|test|dummy|example)\b/i;
const NAME_OF_VARIABLE = /^[A-Z][A-Z0-9_]*$|^ENV\b/;
const SHORTEST = 6;

function check({ merged, root, steps }: LintContext, report: Finding): void {
  look(child(merged, 'handler_config'), report);
  look(child(root, 'environments'), report);
  for (const step of steps) look(child(step.node, 'handler_config'), report);
}

function look(node: YamlNode | undefined, report: Finding): void {
  const pending: { readonly key: string; readonly node: YamlNode }[] = [];
  if (node !== undefined) pending.push({ key: '', node });
  for (const { key, node: at } of pending) {
    if (at.kind === 'map') {
      for (const entry of at.entries.values())
        if (entry.key !== 'schema') pending.push({ key: entry.key, node: entry.value });
    } else if (at.kind === 'list') {
      for (const item of at.items) pending.push({ key, node: item });
    } else if (typeof at.value === 'string' && isSecret(key, at.value)) {
      report(at.place, `The value of ${quote(key)} looks like a secret.`);
    }
  }
}

function isSecret(key: string, value: string): boolean {
  if (SECRET_IN_URL.test(value)) return !HARMLESS.test(value);
  if (!SECRET_KEY.test(key) || value.length < SHORTEST) return false;
  return !HARMLESS.test(value) && !NAME_OF_VARIABLE.test(value);
}
