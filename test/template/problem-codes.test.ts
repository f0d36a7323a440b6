import { expect, test } from 'vitest';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import type { TEMPLATE_PROBLEM_CODES } from '../../src-engine/template/problem-codes.ts';
import { MINIMAL, withStep, withSteps, withTop } from './texts.ts';

const api = (rest: string): string => withStep(`handler_config: { type: api${rest} }`);
const value = (text: string): string => withStep(`handler_config: { v: ${text} }`);
const environments = (text: string): string => `${MINIMAL}environments: ${text}\n`;

/** For each code a text that has the problem. */
const EXAMPLES: Readonly<Record<keyof typeof TEMPLATE_PROBLEM_CODES, string>> = {
  'file-too-large': ' '.repeat(2_000_001),
  'too-many-tokens': '#\n'.repeat(200_000),
  'nesting-too-deep': '['.repeat(200),
  'byte-order-mark': `\uFEFF${MINIMAL}`,
  'control-character': value('"\u0001"'),
  'lone-surrogate': value('"\uD800"'),
  'lone-carriage-return': value('"a\rb"'),
  'unusual-line-break': value('"a\u2028b"'),
  'mixed-line-endings': `${MINIMAL}\r\n`,
  'yaml-syntax': 'a: [',
  'empty-file': '',
  'not-a-map': '[]',
  'multiple-documents': `${MINIMAL}---\na: b\n`,
  'anchor-refused': value('[&a x, *a]'),
  'alias-refused': value('[&a x, *a]'),
  'unused-anchor': value('&a x'),
  'merge-key-refused': value('{ <<: {} }'),
  'tag-refused': value('!ruby/object:X {}'),
  'unknown-tag': value('!x y'),
  'complex-key': value('{ [a]: b }'),
  'duplicate-key': value('{ a: 1, a: 2 }'),
  'key-not-text': value('{ on: 1 }'),
  'unquoted-date': value('2024-01-01'),
  'symbol-scalar': value(':x'),
  'word-boolean': value('on'),
  'base-60-number': value('12:30'),
  'octal-number': value('0777'),
  'not-finite-number': value('.inf'),
  'text-not-number': value('1e3'),
  'large-number': value('9007199254740993'),
  'not-interpolated': value('"${HOME}"'),
  'erb-not-run': value('"<%= x %>"'),
  'more-problems': value(`[${'on, '.repeat(101)}]`),
  'missing-key': 'name: x',
  'wrong-type': withTop('concurrent: 1'),
  'empty-value': withStep('depends_on_steps: [""]'),
  'unknown-key': withStep('retry_limit: 1'),
  'ignored-key': withTop('configuration: {}'),
  'environments-not-a-map': environments('[]'),
  'environment-shape': environments('{ test: 1 }'),
  'environment-merge-fails': environments('{ test: { step_templates: 1 } }'),
  'unknown-environment': MINIMAL,
  'unknown-environment-step': environments('{ test: { step_templates: [{ name: x }] } }'),
  'no-steps': withSteps('[]'),
  'duplicate-step-name': withSteps('- { name: a, handler_class: H }', '- { name: a, handler_class: H }'),
  'unknown-dependency': withStep('depends_on_step: x'),
  'self-dependency': withStep('depends_on_step: fetch'),
  'dependency-cycle': withSteps(
    '- { name: a, handler_class: H, depends_on_step: b }',
    '- { name: b, handler_class: H, depends_on_step: a }',
  ),
  'repeated-dependency': withSteps(
    '- { name: a, handler_class: H }',
    '- { name: b, handler_class: H, depends_on_steps: [a, a] }',
  ),
  'step-not-in-named-steps': withTop('named_steps: []'),
  'dependency-not-in-named-steps': withTop('named_steps: []').concat('    depends_on_step: x\n'),
  'unused-named-step': withTop('named_steps: [fetch, x]'),
  'dependent-system-missing': MINIMAL.replace('default_dependent_system', '# '),
  'too-long': withTop(`namespace_name: ${'n'.repeat(65)}`),
  'version-format': withTop('version: "1"'),
  'prerelease-version': withTop('version: 2.0.0-beta.1'),
  'unquoted-version': withTop('version: 1'),
  'namespace-not-text': withTop('namespace_name: 7'),
  'class-name-format': withTop('').replace('Orders', 'orders'),
  'never-retryable': withStep('default_retryable: false'),
  'no-attempts': withStep('default_retry_limit: 0'),
  'limit-too-large': withStep('default_retry_limit: 3000000000'),
  'custom-events-dropped': withStep('custom_events: [{ name: a.b }]'),
  'api-key-dropped': api(', timeout: 1'),
  'api-url-missing': api(''),
  'api-type-missing': withStep('handler_config: { url: u }'),
  'api-backoff-off': api(''),
  'api-headers-missing': api(''),
  'api-retry-delay-unused': api(', retry_delay: 1'),
  'schema-draft': withTop('schema: { $schema: "http://json-schema.org/draft-07/schema#" }'),
};

test.each(Object.entries(EXAMPLES))('%s is reported, and its severity decides', (code, text) => {
  const needsEnvironment = code === 'unknown-environment' || code === 'environment-merge-fails';
  const { kind, problems } = parseTemplate(text, needsEnvironment ? { environment: 'test' } : {});
  const found = problems.find((problem) => problem.code === code);
  expect(found).toBeDefined();
  expect(found?.message).toMatch(/[.!]$/);
  expect(found?.hint).toMatch(/^[A-Z].*[.?]$/);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  expect(kind).toBe(hasErrors ? 'rejected' : 'parsed');
});
