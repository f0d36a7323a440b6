import { expect, test } from 'vitest';
import { RULE_CODES, RULES } from '../../src-engine/lint/registry.ts';
import { TEMPLATE_PROBLEM_CODES } from '../../src-engine/template/problem-codes.ts';

test('codes are unique, and every problem of reading has a rule', () => {
  expect(RULE_CODES.size).toBe(RULES.length);
  expect(Object.keys(TEMPLATE_PROBLEM_CODES).filter((code) => !RULE_CODES.has(code))).toEqual([]);
});

test('what reading reports is not checked a second time', () => {
  const twice = RULES.filter(({ code, check }) => check !== undefined && code in TEMPLATE_PROBLEM_CODES);
  expect(twice.map(({ code }) => code)).toEqual([]);
});

test.each(RULES)('$code says what it is about in whole sentences', ({ code, title, reason, hint }) => {
  expect(code).toMatch(/^[a-z\d]+(?:-[a-z\d]+)+$/);
  expect(title).toMatch(/^[A-Z`].*[^.]$/);
  expect(title.length).toBeLessThanOrEqual(70);
  expect(reason).toMatch(/^[A-Z`].*[.]$/s);
  expect(hint).toMatch(/^[A-Z`].*[.?]$/);
});

test.each(RULES)('$code has one way to find its problems', ({ check, checkFiles, code }) => {
  const isReported =
    code in TEMPLATE_PROBLEM_CODES || code.endsWith('suppression') || code.startsWith('unknown-suppressed');
  expect([isReported, check !== undefined, checkFiles !== undefined].filter(Boolean)).toHaveLength(1);
});
