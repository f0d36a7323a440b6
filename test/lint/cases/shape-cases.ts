/** Groups `shape`, `environments` and `suppressions`. */
import type { RuleCase } from './rule-case.ts';
import { GOOD, good, withEnd, withLast } from './texts.ts';

const production = (...lines: readonly string[]): string =>
  withEnd('environments:', '  production:', ...lines.map((line) => `    ${line}`));
const override = (...lines: readonly string[]): string =>
  production('step_templates:', ...lines.map((line) => `  ${line}`));

export const SHAPE_CASES: readonly RuleCase[] = [
  { code: 'missing-key', wrong: good(['    handler_class: Shop::ShipParcel\n', '']), right: GOOD },
  {
    code: 'wrong-type',
    wrong: withLast('default_retry_limit: "5"'),
    right: withLast('default_retry_limit: 5'),
    fixed: withLast('default_retry_limit: 5'),
  },
  {
    code: 'wrong-type',
    wrong: withLast('default_retry_limit:'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'wrong-type',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: charge_card']),
    right: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps:\n      - charge_card']),
    isForTests: true,
  },
  {
    code: 'wrong-type',
    wrong: withLast('default_retryable: "true"'),
    right: withLast('default_retryable: true'),
    fixed: withLast('default_retryable: true'),
    isForTests: true,
  },
  {
    code: 'wrong-type',
    wrong: withLast('description: 404'),
    right: withLast('description: "404"'),
    fixed: withLast('description: "404"'),
    isForTests: true,
  },
  {
    code: 'wrong-type',
    wrong: `module_namespace: ~\n${GOOD}`,
    right: GOOD,
    fixed: GOOD,
    isForTests: true,
  },
  {
    code: 'empty-value',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card, ""]']),
    right: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
  },
  {
    code: 'empty-value',
    wrong: good(['name: process_order', 'name: ""']),
    right: GOOD,
    isForTests: true,
  },
  {
    code: 'unknown-key',
    wrong: withLast('retry:', '  max_attempts: 5', '  backoff: exponential'),
    right: withLast('default_retry_limit: 5'),
    fixed: withLast('default_retry_limit: 5'),
    isForTests: true,
  },
  {
    code: 'unknown-key',
    wrong: withLast('retry_limit: 5'),
    right: withLast('default_retry_limit: 5'),
    fixed: withLast('default_retry_limit: 5'),
  },
  {
    code: 'unknown-key',
    wrong: good(['step_templates:', 'steps:']),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'unknown-key',
    wrong: good(['depends_on_step:', 'depends_on:']),
    right: GOOD,
    fixed: GOOD,
    isForTests: true,
  },
  {
    code: 'unknown-key',
    wrong: good(['depends_on_step: charge_card', 'depends_on_step_name: [charge_card]']),
    right: GOOD,
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
    isForTests: true,
  },
  {
    code: 'unknown-key',
    wrong: good(['namespace_name:', 'namespace:']),
    right: GOOD,
    fixed: GOOD,
    isForTests: true,
  },
  {
    code: 'ignored-key',
    wrong: withEnd('annotations:', '  team: payments'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'too-long',
    wrong: good(['namespace_name: shop', `namespace_name: ${'shop_of_the_northern_region_'.repeat(3)}`]),
    right: GOOD,
  },
  {
    code: 'null-value',
    wrong: good(['version: "1.0.0"', 'version:']),
    right: GOOD,
    fixed: good(['version: "1.0.0"\n', '']),
  },
  {
    code: 'successor-format',
    wrong: good([
      'handler_class: Shop::ShipParcel',
      'handler:\n      callable: Shop::ShipParcel\n      initialization: {}',
    ]),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'environments-not-a-map',
    wrong: withEnd('environments:', '  - production'),
    right: withEnd('environments:', '  production: {}'),
  },
  {
    code: 'environment-shape',
    wrong: production('step_templates:', '  charge_card: { default_retry_limit: 5 }'),
    right: override('- name: charge_card', '  default_retry_limit: 5'),
  },
  {
    code: 'environment-merge-fails',
    wrong: production('step_templates:', '  charge_card: { default_retry_limit: 5 }'),
    right: override('- name: charge_card', '  default_retry_limit: 5'),
    environment: 'production',
  },
  {
    code: 'unknown-environment',
    wrong: production('description: Live'),
    right: production('description: Live').replace('production', 'staging'),
    environment: 'staging',
  },
  {
    code: 'unknown-environment-step',
    wrong: override('- name: charge_cart', '  default_retry_limit: 5'),
    right: override('- name: charge_card', '  default_retry_limit: 5'),
    fixed: override('- name: charge_card', '  default_retry_limit: 5'),
  },
  {
    code: 'unknown-environment-step',
    wrong: override('- name: refund', '  default_retry_limit: 5', '- name: charge_card', '  skippable: true'),
    right: override('- name: charge_card', '  skippable: true'),
    fixed: override('- name: charge_card', '  skippable: true'),
    isForTests: true,
  },
  {
    code: 'environment-without-effect',
    wrong: override('- name: charge_card', '  handler_class: Shop::ChargeCard', '  default_retry_limit: 5'),
    right: override('- name: charge_card', '  default_retry_limit: 5'),
    fixed: override('- name: charge_card', '  default_retry_limit: 5'),
  },
  {
    code: 'environment-without-effect',
    wrong: good([
      '    handler_class: Shop::ShipParcel\n',
      '    handler_class: Shop::ShipParcel\n    handler_config:\n      params: { country: DE }\n',
    ]).concat(
      'environments:\n  production:\n    step_templates:\n      - name: ship_parcel\n        handler_config:\n          params: {}\n          carrier: fast\n',
    ),
    right: withLast('handler_config:', '  params: { country: DE }'),
    fixed: good([
      '    handler_class: Shop::ShipParcel\n',
      '    handler_class: Shop::ShipParcel\n    handler_config:\n      params: { country: DE }\n',
    ]).concat(
      'environments:\n  production:\n    step_templates:\n      - name: ship_parcel\n        handler_config:\n          carrier: fast\n',
    ),
    isForTests: true,
  },
  {
    code: 'environment-without-effect',
    wrong: withEnd('environments:', '  test:', '  production:', '    description: Live'),
    right: withEnd('environments:', '  production:', '    description: Live'),
    fixed: withEnd('environments:', '  production:', '    description: Live'),
    isForTests: true,
  },
  {
    code: 'repeated-environment-step',
    wrong: override(
      '- name: charge_card',
      '  default_retry_limit: 5',
      '- name: charge_card',
      '  default_retry_limit: 2',
    ),
    right: override('- name: charge_card', '  default_retry_limit: 2'),
  },
  {
    code: 'environment-name',
    wrong: override('- name: charge_card', '  default_retry_limit: 5').replace('production', 'prod'),
    right: override('- name: charge_card', '  default_retry_limit: 5'),
    fixed: override('- name: charge_card', '  default_retry_limit: 5'),
  },
  {
    code: 'environment-changes-identity',
    wrong: production('version: "2.0.0"', 'description: Live'),
    right: production('description: Live'),
    fixed: production('description: Live'),
  },
  {
    code: 'unused-suppression',
    wrong: withLast('skippable: false # tasker-lint-disable-line skippable-without-effect'),
    right: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect'),
    fixed: withLast('skippable: false'),
  },
  {
    code: 'unused-suppression',
    wrong: withLast('# tasker-lint-disable-next-line skippable-without-effect', 'skippable: false'),
    right: withLast('skippable: false'),
    fixed: withLast('skippable: false'),
    isForTests: true,
  },
  {
    code: 'unused-suppression',
    wrong: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect, word-boolean'),
    right: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect'),
    fixed: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect'),
    isForTests: true,
  },
  {
    code: 'unknown-suppressed-code',
    wrong: withLast('skippable: true # tasker-lint-disable-line skipable-without-effect'),
    right: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect'),
    fixed: withLast('skippable: true # tasker-lint-disable-line skippable-without-effect'),
  },
];
