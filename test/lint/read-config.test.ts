import { describe, expect, test } from 'vitest';
import { lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { readLintConfig } from '../../src-engine/lint/read-config.ts';
import { GOOD, good, withLast } from './cases/texts.ts';

describe('the configuration', () => {
  test.each([
    ['', {}],
    ['# nothing yet\n', {}],
    ['rules:\n', {}],
    ['rules:\n  word-boolean: off\n', { 'word-boolean': 'off' }],
    [
      'rules: { word-boolean: "off", step-name-style: error }',
      { 'word-boolean': 'off', 'step-name-style': 'error' },
    ],
    ['rules: { unknown-dependency: error }', { 'unknown-dependency': 'error' }],
  ])('%j is read', (text, rules) => {
    expect(readLintConfig(text)).toEqual({ kind: 'read', config: { rules } });
  });

  test.each([
    ['rules:\n  word-bolean: off\n', `There is no rule 'word-bolean'.`, `Did you mean 'word-boolean'?`],
    ['rules: { word-boolean: of }', `'of' is no setting of a rule; there are off, info, warning, error.`, ''],
    ['rules: { word-boolean: warnin }', `'warnin' is no setting`, `Did you mean 'warning'?`],
    ['rules: { word-boolean: [] }', 'That is no setting', ''],
    ['rules: [word-boolean]', 'The key rules does not hold a map of codes.', ''],
    ['rule: {}', `The key 'rule' is unknown; the only one is 'rules'.`, ''],
    ['rules: { unknown-dependency: off }', 'must stay an error', 'mend the template'],
    ['- word-boolean', 'not a map', ''],
    ['rules: [', '', ''],
  ])('%j is refused in words', (text, message, hint) => {
    const reading = readLintConfig(text);
    if (reading.kind !== 'refused') throw new Error('it was read');
    const [problem] = reading.problems;
    expect(problem?.severity).toBe('error');
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });

  test('every mistake is told, in the order of the text', () => {
    const reading = readLintConfig('rules:\n  a: off\n  word-boolean: maybe\nmore: 1\n');
    if (reading.kind !== 'refused') throw new Error('it was read');
    expect(reading.problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe('rules as configured', () => {
  const text = withLast('skippable: true');
  const codes = (rules: Readonly<Record<string, 'off' | 'error' | 'info'>>, of = text): readonly string[] =>
    lintTemplate(of, { config: { rules } }).map(({ code, severity }) => `${severity} ${code}`);

  test('are off, or have the severity that is asked for', () => {
    expect(codes({})).toEqual(['info skippable-without-effect']);
    expect(codes({ 'skippable-without-effect': 'off' })).toEqual([]);
    expect(codes({ 'skippable-without-effect': 'error' })).toEqual(['error skippable-without-effect']);
    expect(codes({ 'never-retryable': 'error' }, withLast('default_retryable: false'))).toEqual([
      'error never-retryable',
    ]);
  });

  test('rules that are off speak when they are asked to', () => {
    expect(codes({ 'description-missing': 'info' }, GOOD)).toEqual([
      'info description-missing',
      'info description-missing',
    ]);
  });

  test('an error that keeps the template from loading stays one', () => {
    const broken = good(['depends_on_step: charge_card', 'depends_on_step: x']);
    expect(codes({ 'unknown-dependency': 'off' }, broken)).toEqual(['error unknown-dependency']);
  });
});
