import { stepLabel } from '../../../template/check/step-view.ts';
import { apiConfigs } from '../../api/api-configs.ts';
import { child } from '../../../template/yaml/node.ts';
import { deleteIt } from '../../fixes/fixes.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const sslVerifyOff: Rule = {
  code: 'ssl-verify-off',
  severity: 'warning',
  title: 'Certificates are not checked',
  reason:
    'Without the check of the certificate the connection is encrypted, but to whom nobody knows: anybody on the way can answer in the place of the server.',
  hint: 'Delete the setting, and add the authority of an own certificate where it is needed.',
  check,
  fix: (problem, context) => deleteIt('Delete the setting', problem, context),
  needsChoice: true,
};

function check({ steps }: LintContext, report: Finding): void {
  for (const { step, config } of apiConfigs(steps)) {
    const ssl = child(config, 'ssl');
    if (ssl?.kind !== 'map') continue;
    for (const { key, keyPlace, value } of ssl.entries.values()) {
      const isOff =
        value.kind === 'scalar' && (value.value === false || value.value === 0 || value.value === 'none');
      if ((key === 'verify' || key === 'verify_mode') && isOff)
        report(keyPlace, `The step ${stepLabel(step)} does not check the certificate of its server.`);
    }
  }
}
