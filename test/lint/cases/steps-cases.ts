/** Groups `dependencies`, `graph`, `steps` and `attempts`. */
import type { RuleCase } from './rule-case.ts';
import { GOOD, good, manySteps, withEnd, withLast, withSteps } from './texts.ts';

const three = (...edges: readonly string[]): string =>
  withSteps(
    ...['reserve', 'charge', 'ship'].flatMap((name, index) => [
      `- name: ${name}`,
      `  handler_class: Shop::${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      ...(edges[index] === undefined || edges[index] === '' ? [] : [`  ${edges[index]}`]),
    ]),
  );
const chain = (count: number): string =>
  manySteps(count, (index) => [
    `- name: step_${index}`,
    `  handler_class: Shop::Step${index}`,
    ...(index === 0 ? [] : [`  depends_on_step: step_${index - 1}`]),
  ]);
/** Layers in which each step waits for all of the layer before. */
const layers = (depth: number, width: number): string =>
  manySteps(depth * width, (index) => {
    const layer = Math.floor(index / width);
    const parents = Array.from({ length: width }, (_, at) => `step_${(layer - 1) * width + at}`);
    return [
      `- name: step_${index}`,
      `  handler_class: Shop::Step${index}`,
      ...(layer === 0 ? [] : [`  depends_on_steps: [${parents.join(', ')}]`]),
    ];
  });
const fanIn = (width: number): string =>
  manySteps(width + 1, (index) => [
    `- name: step_${index}`,
    `  handler_class: Shop::Step${index}`,
    ...(index < width
      ? []
      : [`  depends_on_steps: [${Array.from({ length: width }, (_, at) => `step_${at}`).join(', ')}]`]),
  ]);
const attempts = (first: string): string =>
  three('', 'depends_on_step: reserve', 'depends_on_step: charge').replace(
    '    handler_class: Shop::Reserve\n',
    `    handler_class: Shop::Reserve\n    default_retry_limit: ${first}\n`,
  );

export const STEPS_CASES: readonly RuleCase[] = [
  { code: 'no-steps', wrong: withSteps().replace('step_templates:', 'step_templates: []'), right: GOOD },
  {
    code: 'duplicate-step-name',
    wrong: good(['- name: ship_parcel', '- name: charge_card'], ['    depends_on_step: charge_card\n', '']),
    right: good(['    depends_on_step: charge_card\n', '']),
    fixed: good(['- name: ship_parcel', '- name: charge_card_2'], ['    depends_on_step: charge_card\n', '']),
  },
  {
    code: 'duplicate-step-name',
    wrong: good(
      ['step_templates:', 'named_steps: [charge_card]\nstep_templates:'],
      ['- name: ship_parcel', '- name: charge_card'],
      ['    depends_on_step: charge_card\n', ''],
    ),
    right: GOOD,
    fixed: good(
      ['step_templates:', 'named_steps: [charge_card, charge_card_2]\nstep_templates:'],
      ['- name: ship_parcel', '- name: charge_card_2'],
      ['    depends_on_step: charge_card\n', ''],
    ),
    isForTests: true,
  },
  {
    code: 'unknown-dependency',
    wrong: good(['depends_on_step: charge_card', 'depends_on_step: charge_cart']),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'unknown-dependency',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card, take_a_walk]']),
    right: GOOD,
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
    isForTests: true,
  },
  {
    code: 'self-dependency',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card, ship_parcel]']),
    right: GOOD,
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
  },
  {
    code: 'self-dependency',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: [ship_parcel]']),
    right: GOOD,
    fixed: good(['    depends_on_step: charge_card\n', '']),
    isForTests: true,
  },
  {
    code: 'dependency-cycle',
    wrong: three('depends_on_step: ship', 'depends_on_step: reserve', 'depends_on_step: charge'),
    right: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
    fixed: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
  },
  {
    code: 'repeated-dependency',
    wrong: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card, charge_card]']),
    right: GOOD,
    fixed: good(['depends_on_step: charge_card', 'depends_on_steps: [charge_card]']),
  },
  {
    code: 'step-not-in-named-steps',
    wrong: good(['step_templates:', 'named_steps:\n  - charge_card\nstep_templates:']),
    right: good(['step_templates:', 'named_steps:\n  - charge_card\n  - ship_parcel\nstep_templates:']),
    fixed: good(['step_templates:', 'named_steps:\n  - charge_card\n  - ship_parcel\nstep_templates:']),
  },
  {
    code: 'dependency-not-in-named-steps',
    wrong: good(['step_templates:', 'named_steps: [ship_parcel]\nstep_templates:']),
    right: GOOD,
    fixed: good(['step_templates:', 'named_steps: [ship_parcel, charge_card]\nstep_templates:']),
  },
  {
    code: 'unused-named-step',
    wrong: good(['step_templates:', 'named_steps: [charge_card, ship_parcel, refund]\nstep_templates:']),
    right: good(['step_templates:', 'named_steps: [charge_card, ship_parcel]\nstep_templates:']),
    fixed: good(['step_templates:', 'named_steps: [charge_card, ship_parcel]\nstep_templates:']),
  },
  {
    code: 'both-dependency-keys',
    wrong: three('', '', 'depends_on_step: reserve\n    depends_on_steps: [charge]'),
    right: three('', '', 'depends_on_steps: [reserve, charge]'),
    fixed: three('', '', 'depends_on_steps: [charge, reserve]'),
  },
  {
    code: 'both-dependency-keys',
    wrong: three('', '', 'depends_on_step: charge\n    depends_on_steps: [charge]'),
    right: three('', '', 'depends_on_steps: [charge]'),
    fixed: three('', '', 'depends_on_steps: [charge]'),
    isForTests: true,
  },
  {
    code: 'redundant-dependency',
    wrong: three('', 'depends_on_step: reserve', 'depends_on_steps: [reserve, charge]'),
    right: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
    fixed: three('', 'depends_on_step: reserve', 'depends_on_steps: [charge]'),
  },
  {
    code: 'isolated-step',
    wrong: three('', 'depends_on_step: reserve', ''),
    right: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
  },
  {
    code: 'single-point-of-failure',
    wrong: attempts('1'),
    right: attempts('3'),
    fixed: attempts('3'),
  },
  {
    code: 'single-point-of-failure',
    wrong: attempts('1'),
    right: attempts('1').replace('    depends_on_step: charge\n', ''),
    fixed: attempts('3'),
    isForTests: true,
  },
  { code: 'wide-fan-in', wrong: fanIn(13), right: fanIn(12), isForTests: true },
  { code: 'many-paths', wrong: layers(8, 7), right: layers(4, 7), isForTests: true },
  { code: 'deep-chain', wrong: chain(52), right: chain(51), isForTests: true },
  {
    code: 'several-roots',
    wrong: three('', '', 'depends_on_steps: [reserve, charge]'),
    right: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
  },
  {
    code: 'several-leaves',
    wrong: three('', 'depends_on_step: reserve', 'depends_on_step: reserve'),
    right: three('', 'depends_on_step: reserve', 'depends_on_step: charge'),
  },
  {
    code: 'dependent-system-missing',
    wrong: good(['default_dependent_system: shop\n', '']),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'class-name-format',
    wrong: good(['handler_class: Shop::ShipParcel', 'handler_class: shop/ship_parcel']),
    right: GOOD,
  },
  {
    code: 'custom-events-dropped',
    wrong: withLast('custom_events:', '  - name: parcel.shipped'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'skippable-without-effect',
    wrong: withLast('skippable: true'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'concurrent-without-effect',
    wrong: withEnd('concurrent: false'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'description-missing',
    wrong: GOOD,
    right: GOOD.replaceAll(/(?<=name: (\w+)\n)(?= {4})/g, '    description: What it does\n'),
  },
  {
    code: 'step-name-style',
    wrong: GOOD.replaceAll('charge_card', 'ChargeCard'),
    right: GOOD,
    fixed: GOOD,
  },
  {
    code: 'shared-handler-class',
    wrong: good(['Shop::ShipParcel', 'Shop::ChargeCard']),
    right: GOOD,
  },
  {
    code: 'handler-is-task-handler',
    wrong: good(['Shop::ShipParcel', 'Shop::ProcessOrder']),
    right: GOOD,
  },
  {
    code: 'secret-in-file',
    wrong: withLast('handler_config:', '  api_key: sk_live_4f9a2b7c'),
    right: withLast('handler_config:', '  api_key_variable: CARRIER_KEY'),
  },
  {
    code: 'secret-in-file',
    wrong: withLast('handler_config:', '  url: https://robot:hunter22@carrier.example.com'),
    right: withLast(
      'handler_config:',
      '  api_key: CARRIER_KEY',
      '  token: "<token>"',
      '  password: ${PASSWORD}',
    ),
    isForTests: true,
  },
  {
    code: 'never-retryable',
    wrong: withLast('default_retryable: false'),
    right: withLast('default_retry_limit: 1'),
    fixed: withLast('default_retryable: true', 'default_retry_limit: 1'),
  },
  {
    code: 'never-retryable',
    wrong: withLast('default_retryable: false', 'default_retry_limit: 5'),
    right: withLast('default_retry_limit: 1'),
    fixed: withLast('default_retryable: true', 'default_retry_limit: 1'),
    isForTests: true,
  },
  {
    code: 'no-attempts',
    wrong: withLast('default_retry_limit: 0'),
    right: withLast('default_retry_limit: 1'),
    fixed: withLast('default_retry_limit: 1'),
  },
  { code: 'limit-too-large', wrong: withLast('default_retry_limit: 3000000000'), right: GOOD },
  {
    code: 'timeout-ignored',
    wrong: withLast('timeout: 30'),
    right: withLast('handler_config:', '  timeout: 30'),
    fixed: good([
      '    handler_class: Shop::ShipParcel\n',
      '    handler_config:\n      timeout: 30\n    handler_class: Shop::ShipParcel\n',
    ]),
  },
  {
    code: 'timeout-ignored',
    wrong: withLast('timeout_seconds: 30', 'handler_config:', '  carrier: fast'),
    right: withLast('handler_config:', '  timeout_seconds: 30'),
    fixed: withLast('handler_config:', '  carrier: fast', '  timeout_seconds: 30'),
    isForTests: true,
  },
  {
    code: 'retry-overflow',
    wrong: withLast('default_retry_limit: 50'),
    right: withLast('default_retry_limit: 44'),
    fixed: withLast('default_retry_limit: 44'),
  },
  {
    code: 'long-retry-wait',
    wrong: withLast('default_retry_limit: 40'),
    right: withLast('default_retry_limit: 10'),
  },
  {
    code: 'retry-wait-exceeds-timeout',
    wrong: withLast('default_retry_limit: 6', 'handler_config:', '  timeout_seconds: 20'),
    right: withLast('default_retry_limit: 3', 'handler_config:', '  timeout_seconds: 20'),
  },
];
