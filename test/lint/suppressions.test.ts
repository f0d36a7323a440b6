import { describe, expect, test } from 'vitest';
import { lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { GOOD, good, withLast } from './cases/texts.ts';

const codes = (text: string): readonly string[] => lintTemplate(text).map(({ code }) => code);

describe('comments that silence rules', () => {
  test.each([
    ['on the line', ['skippable: true # tasker-lint-disable-line skippable-without-effect']],
    ['on the line, all', ['skippable: true # tasker-lint-disable-line']],
    [
      'on the line, one of several',
      ['skippable: true # tasker-lint-disable-line skippable-without-effect -- for later'],
    ],
    ['for the next line', ['# tasker-lint-disable-next-line skippable-without-effect', 'skippable: true']],
    [
      'for the next line, stacked',
      ['# tasker-lint-disable-next-line skippable-without-effect', '# another comment', 'skippable: true'],
    ],
    ['for the file', ['skippable: true', '# tasker-lint-disable skippable-without-effect']],
    ['for the file, all', ['# tasker-lint-disable', 'skippable: true']],
  ])('%s', (_, lines) => {
    expect(codes(withLast(...lines))).toEqual([]);
  });

  test('silence only what they name, where they stand', () => {
    const text = withLast('# tasker-lint-disable-next-line word-boolean', 'skippable: true');
    expect(codes(text)).toEqual(['unused-suppression', 'skippable-without-effect']);
    expect(
      codes(
        good(['depends_on_step', '# tasker-lint-disable-line\n    skippable: true\n    depends_on_step']),
      ),
    ).toEqual(['unused-suppression', 'skippable-without-effect']);
  });

  test('what keeps a template from loading stays, and is told', () => {
    const text = good([
      'depends_on_step: charge_card',
      'depends_on_step: x # tasker-lint-disable-line unknown-dependency',
    ]);
    const problems = lintTemplate(text);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-dependency', 'unused-suppression']);
    expect(problems[1]?.message).toContain('cannot be silenced');
  });

  test('a word that begins like one is none', () => {
    expect(codes(withLast('skippable: true # tasker-lint-disabled'))).toEqual(['skippable-without-effect']);
    expect(codes(withLast('description: "a#tasker-lint-disable"'))).toEqual([]);
  });

  test('the codes of a comment are marked one by one', () => {
    const text = withLast(
      'skippable: true # tasker-lint-disable-line skippable-without-effect, word-boolean',
    );
    const [problem] = lintTemplate(text);
    expect(text.slice(problem?.offset, (problem?.offset ?? 0) + (problem?.length ?? 0))).toBe('word-boolean');
  });

  test('one for an environment is used there; a view of the base does not call it unused', () => {
    const text = `${GOOD}environments:\n  production:\n    step_templates:\n      - name: ship_parcel\n        skippable: true # tasker-lint-disable-line skippable-without-effect\n`;
    expect(codes(text)).toEqual([]);
    expect(lintTemplates([{ file: 'a.yaml', text }])[0]?.problems).toEqual([]);
    const unused = text.replace('skippable: true', 'skippable: false');
    const problems = lintTemplates([{ file: 'a.yaml', text: unused }])[0]?.problems ?? [];
    expect(problems.map(({ code }) => code)).toContain('unused-suppression');
  });

  test('of broken YAML nothing is said but what is broken', () => {
    expect(codes('a: [ # tasker-lint-disable-line nothing\n')).toEqual(['yaml-syntax']);
  });
});
