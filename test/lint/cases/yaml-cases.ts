/** Groups `file`, `characters`, `yaml` and `scalars`. */
import type { RuleCase } from './rule-case.ts';
import { GOOD, good, withEnd, withLast } from './texts.ts';

const config = (...lines: readonly string[]): string =>
  withLast('handler_config:', ...lines.map((line) => `  ${line}`));

export const YAML_CASES: readonly RuleCase[] = [
  { code: 'yaml-syntax', wrong: good(['version: "1.0.0"', 'version: "1.0.0']), right: GOOD },
  { code: 'empty-file', wrong: '# to be written\n', right: GOOD },
  { code: 'not-a-map', wrong: '- name: process_order\n', right: GOOD },
  { code: 'multiple-documents', wrong: withEnd('---', 'name: another_order'), right: GOOD },
  {
    code: 'not-interpolated',
    wrong: config('api_key: ${PAYMENT_KEY}'),
    right: config('api_key_variable: PAYMENT_KEY'),
  },
  {
    code: 'erb-not-run',
    wrong: config(`account: "<%= ENV['ACCOUNT'] %>"`),
    right: config('account_variable: ACCOUNT'),
  },
  { code: 'byte-order-mark', wrong: `\uFEFF${GOOD}`, right: GOOD, fixed: GOOD, isForTests: true },
  {
    code: 'control-character',
    wrong: config('note: "a\u0007b"'),
    right: config('note: "ab"'),
    fixed: config('note: "ab"'),
    isForTests: true,
  },
  {
    code: 'mixed-line-endings',
    wrong: good(['process_order\n', 'process_order\r\n']),
    right: GOOD,
    fixed: GOOD,
    isForTests: true,
  },
  {
    code: 'mixed-line-endings',
    wrong: GOOD.replaceAll('\n', '\r\n').replace('shop\r\n', 'shop\n'),
    right: GOOD.replaceAll('\n', '\r\n'),
    fixed: GOOD.replaceAll('\n', '\r\n'),
    isForTests: true,
  },
  {
    code: 'anchor-refused',
    wrong: config('url: &host https://pay.example.com', 'fallback: *host'),
    right: config('url: https://pay.example.com', 'fallback: https://pay.example.com'),
  },
  {
    code: 'alias-refused',
    wrong: config('region: &region eu', 'fallback: *region'),
    right: config('region: eu', 'fallback: eu'),
    fixed: config('region: &region eu', 'fallback: eu'),
  },
  {
    code: 'unused-anchor',
    wrong: config('region: &region eu'),
    right: config('region: eu'),
    fixed: config('region: eu'),
  },
  {
    code: 'unused-anchor',
    wrong: config('limits: &limits', '  daily: 3'),
    right: config('limits:', '  daily: 3'),
    fixed: config('limits: ', '  daily: 3'),
    isForTests: true,
  },
  {
    code: 'merge-key-refused',
    wrong: config('<<: { region: eu }', 'currency: EUR'),
    right: config('region: eu', 'currency: EUR'),
  },
  { code: 'tag-refused', wrong: config('region: !ruby/object:Region {}'), right: config('region: eu') },
  { code: 'unknown-tag', wrong: config('region: !region eu'), right: config('region: eu') },
  { code: 'complex-key', wrong: config('? [eu, us]', ': EUR'), right: config('eu: EUR', 'us: EUR') },
  { code: 'duplicate-key', wrong: config('region: eu', 'region: us'), right: config('region: us') },
  {
    code: 'key-not-text',
    wrong: config('on: 1'),
    right: config('"on": 1'),
    fixed: config('"on": 1'),
  },
  {
    code: 'unquoted-date',
    wrong: config('valid_from: 2024-01-01'),
    right: config('valid_from: "2024-01-01"'),
    fixed: config('valid_from: "2024-01-01"'),
  },
  {
    code: 'symbol-scalar',
    wrong: config('mode: :fast'),
    right: config('mode: fast'),
    fixed: config('mode: ":fast"'),
  },
  {
    code: 'word-boolean',
    wrong: config('notify: yes'),
    right: config('notify: true'),
    fixed: config('notify: true'),
  },
  {
    code: 'word-boolean',
    wrong: config('country: NO'),
    right: config('country: "NO"'),
    fixed: config('country: false'),
    isForTests: true,
  },
  {
    code: 'base-60-number',
    wrong: config('closes_at: 22:30'),
    right: config('closes_at: "22:30"'),
    fixed: config('closes_at: "22:30"'),
  },
  {
    code: 'octal-number',
    wrong: config('postcode: 01067'),
    right: config('postcode: "01067"'),
    fixed: config('postcode: "01067"'),
  },
  { code: 'not-finite-number', wrong: config('most: .inf'), right: config('most: 1000000') },
  {
    code: 'text-not-number',
    wrong: config('most: 1e3'),
    right: config('most: 1000'),
    fixed: config('most: "1e3"'),
  },
  {
    code: 'large-number',
    wrong: config('account: 9007199254740993'),
    right: config('account: "9007199254740993"'),
    fixed: config('account: "9007199254740993"'),
  },
];
