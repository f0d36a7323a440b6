import type { Fix, Problem } from '../../../template/problem.ts';
import { stepLabel } from '../../../template/check/step-view.ts';
import { apiConfigs } from '../../api/api-configs.ts';
import { JSON_HEADERS } from '../../fixes/api-config.ts';
import { keyPathOf } from '../../fixes/key-path.ts';
import { setValue } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const apiHeadersIncomplete: Rule = {
  code: 'api-headers-incomplete',
  severity: 'info',
  title: 'Headers without the usual ones',
  reason:
    'Headers of a template replace the default ones, they are not added to them. With only an own header the request goes out without `Content-Type` and `Accept`, and the server may answer with something else than JSON.',
  hint: 'Add `Content-Type` and `Accept`.',
  check,
  fix,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const { step, config } of apiConfigs(steps)) {
    const entry = config.entries.get('headers');
    if (entry?.value.kind !== 'map') continue;
    const names = [...entry.value.entries.keys()].map((name) => name.toLowerCase());
    if (!names.some((name) => name === 'content-type' || name === 'accept'))
      report(entry.keyPlace, `The requests of ${stepLabel(step)} have neither Content-Type nor Accept.`);
  }
}

function fix({ path }: Problem, { root }: LintContext): readonly Fix[] {
  const keys = keyPathOf(path, root);
  if (keys === undefined) return [];
  const edits = Object.entries(JSON_HEADERS).map(
    ([name, value]) => setValue('', [...keys, name], value).edit,
  );
  return [{ title: 'Add the JSON headers', edit: { kind: 'several', edits } }];
}
