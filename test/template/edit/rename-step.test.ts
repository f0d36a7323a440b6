import { describe, expect, test } from 'vitest';
import { lines, made, refusal, result } from './made.ts';

describe('renaming a step', () => {
  const before = lines(
    'named_steps:',
    '  - "pay"',
    'step_templates:',
    "  - name: 'pay' # money",
    '    handler_class: Pay',
    '  - name: b',
    '    depends_on_step: pay',
    '  - name: c',
    '    depends_on_steps: [b, "pay"]',
    'environments:',
    '  production:',
    '    step_templates:',
    '      - name: pay',
    '        x: pay',
    '      - name: c',
    '        depends_on_steps: [pay]',
  );

  test('everything that names it follows, quotation marks stay', () => {
    const done = result(before, { kind: 'rename-step', step: 'pay', name: 'charge', handlerClass: 'Charge' });
    expect(done.text).toBe(
      before.replaceAll('pay', 'charge').replace('x: charge', 'x: pay').replace('Pay', 'Charge'),
    );
    expect(done.changes.every(({ text }) => text.length <= 8)).toBe(true);
    expect(done.steps).toEqual(['charge']);
  });

  test.each([
    'yes',
    'No',
    'null',
    '~',
    '12',
    '1.0',
    '0x1f',
    '1_000',
    '12:30',
    '2024-01-01',
    'a: b',
    'a #b',
    '- a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '[a',
    '{a',
    '? a',
    ':a',
    "'a",
    '"a',
    ' a',
    'a ',
    'a:',
    '<<',
    '=',
    '.inf',
    '1e3',
    '|',
    '>',
    ',',
    'ä\u2028b',
    'tab\tb',
    'a\nb',
    '---',
  ])('the name %j is read back', (name) => {
    for (const style of ['pay', "'pay'", '"pay"']) {
      const text = lines('step_templates:', `- name: ${style}`, '- {name: b, depends_on_steps: [pay]}');
      const done = result(text, { kind: 'rename-step', step: 'pay', name });
      expect(done.steps).toEqual([name]);
      const again = result(done.text, { kind: 'rename-step', step: name, name: 'pay' });
      expect(again.text.replaceAll(/["']/g, '')).toBe(text.replaceAll(/["']/g, ''));
    }
  });

  test('names that cannot be are refused', () => {
    expect(refusal(before, { kind: 'rename-step', step: 'pay', name: '' })).toBe('A step needs a name.');
    expect(refusal(before, { kind: 'rename-step', step: 'pay', name: 'b' })).toBe(
      "There is a step 'b' already.",
    );
    expect(refusal(before, { kind: 'rename-step', step: 'pay', name: 'é'.repeat(129) })).toContain('129');
    expect(result(before, { kind: 'rename-step', step: 'pay', name: 'pay' }).changes).toEqual([]);
  });

  test('of two steps with one name, references follow the first', () => {
    const twice = lines(
      'named_steps: [a, b]',
      'step_templates:',
      '- name: a',
      '- name: a',
      '- name: b',
      '  depends_on_step: a',
    );
    expect(made(twice, { kind: 'rename-step', step: 'a#2', name: 'z' })).toBe(
      lines(
        'named_steps: [a, b, z]',
        'step_templates:',
        '- name: a',
        '- name: z',
        '- name: b',
        '  depends_on_step: a',
      ),
    );
    expect(made(twice, { kind: 'rename-step', step: 'a', name: 'z' })).toBe(
      lines(
        'named_steps: [a, b, z]',
        'step_templates:',
        '- name: z',
        '- name: a',
        '- name: b',
        '  depends_on_step: z',
      ),
    );
  });
});
