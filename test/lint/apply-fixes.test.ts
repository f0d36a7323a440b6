import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src-engine/lint/apply-fixes.ts';
import { lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { good, withEnd, withLast } from './cases/texts.ts';

const fixed = (text: string): string => applyFixes(text, lintTemplate).text;
const done = (text: string): readonly string[] =>
  applyFixes(text, lintTemplate).applied.map(({ line, code }) => `${line} ${code}`);

describe('mending all that needs no choice', () => {
  test('several problems at once, each told with its line', () => {
    const text = withLast('retry_limit: 5', 'skippable: true').replace('"1.0.0"', '1.0');
    expect(fixed(text)).toBe(withLast('default_retry_limit: 5'));
    expect(done(text)).toEqual([
      '3 unquoted-version',
      '12 unknown-key',
      '13 skippable-without-effect',
      '3 version-format',
    ]);
  });

  test('one line that mends two steps is written once', () => {
    const text = good(['default_dependent_system: shop\n', '']);
    expect(fixed(text).match(/default_dependent_system/g)).toHaveLength(1);
  });

  test('an override goes with what would be left empty by it', () => {
    const text = withEnd(
      'environments:',
      '  production:',
      '    step_templates:',
      '      - name: charge_card',
      '        handler_class: Shop::ChargeCard',
      '      - name: ship_parcel',
      '        default_retry_limit: 5',
    );
    expect(fixed(text)).toBe(
      withEnd(
        'environments:',
        '  production:',
        '    step_templates:',
        '      - name: ship_parcel',
        '        default_retry_limit: 5',
      ),
    );
  });

  test.each([
    ['a word that may be text', withLast('handler_config:', '  country: NO')],
    ['a number that may be text', withLast('handler_config:', '  postcode: 01067')],
    ['a cycle', good(['- name: charge_card\n', '- name: charge_card\n    depends_on_step: ship_parcel\n'])],
    ['a note', withEnd('annotations:', '  team: payments')],
    ['broken YAML', 'a: [\n'],
    ['no text', ''],
  ])('%s is left to people', (_, text) => {
    expect(applyFixes(text, lintTemplate)).toEqual({ text, applied: [] });
  });

  test('a fix that would make it worse is not made', () => {
    const lint = (text: string) =>
      lintTemplate(text).concat(
        text.includes('skippable')
          ? []
          : lintTemplate(withLast('default_retryable: false')).filter(
              ({ code }) => code === 'never-retryable',
            ),
      );
    const text = withLast('skippable: true', 'retry_limit: 5');
    expect(applyFixes(text, lint).text).toBe(withLast('skippable: true', 'default_retry_limit: 5'));
  });
});
