import { describe, expect, test } from 'vitest';
import type { Dependents, TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { lines, made, refusal, steps } from './made.ts';

function drop(names: readonly string[], dependents: Dependents = 'bridge'): TemplateEdit {
  return { kind: 'delete-steps', steps: names, dependents };
}

const CHAIN = steps(
  '- name: a',
  '- name: b',
  '  depends_on_step: a',
  '- name: c',
  '  depends_on_step: b # wait',
  '- name: d',
  '  depends_on_steps: [c, x]',
  '- name: x',
);

describe('what waits for a deleted step', () => {
  test('waits for its parents, over several deleted ones too', () => {
    expect(made(CHAIN, drop(['b']))).toBe(
      steps(
        '- name: a',
        '- name: c',
        '  depends_on_step: a # wait',
        '- name: d',
        '  depends_on_steps: [c, x]',
        '- name: x',
      ),
    );
    expect(made(CHAIN, drop(['b', 'c']))).toBe(
      steps('- name: a', '- name: d', '  depends_on_steps: [a, x]', '- name: x'),
    );
    expect(made(CHAIN, drop(['a']))).toBe(
      steps(
        '- name: b',
        '- name: c',
        '  depends_on_step: b # wait',
        '- name: d',
        '  depends_on_steps: [c, x]',
        '- name: x',
      ),
    );
  });

  test('waits for nothing in its place', () => {
    expect(made(CHAIN, drop(['c'], 'detach'))).toBe(
      steps(
        '- name: a',
        '- name: b',
        '  depends_on_step: a',
        '- name: d',
        '  depends_on_steps: [x]',
        '- name: x',
      ),
    );
  });

  test('goes too, with all that waits for it', () => {
    expect(made(CHAIN, drop(['b'], 'delete'))).toBe(steps('- name: a', '- name: x'));
  });

  test('inherits several parents as a list', () => {
    const before = steps(
      '- name: a',
      '- name: b',
      '- name: c',
      '  depends_on_steps: [a, b]',
      '- name: d',
      '  depends_on_step: c # why',
    );
    expect(made(before, drop(['c']))).toBe(
      steps('- name: a', '- name: b', '- name: d', '  depends_on_steps: [a, b] # why'),
    );
  });
});

describe('comments and blank lines', () => {
  const before = steps(
    '  # first',
    '  - name: a # a',
    '    x: 1',
    '',
    '  # section',
    '',
    '  # about b',
    '  - name: b',
    '    # inside b',
    '    x: 1',
    '    # last of b',
    '',
    '  # about c',
    '  - name: c',
    '',
    '# end',
  );

  test('of the others stay', () => {
    expect(made(before, drop(['b']))).toBe(
      steps(
        '  # first',
        '  - name: a # a',
        '    x: 1',
        '',
        '  # section',
        '',
        '  # about c',
        '  - name: c',
        '',
        '# end',
      ),
    );
    const head = 'name: orders\nstep_templates:\n';
    expect(made(before, drop(['a']))).toBe(head + before.slice(before.indexOf('  # section')));
    expect(made(before, drop(['c']))).toBe(`${before.slice(0, before.indexOf('\n  # about c'))}\n# end\n`);
  });

  test('of a list that becomes empty stay too', () => {
    expect(made(before, drop(['a', 'b', 'c']))).toBe(
      lines('name: orders', 'step_templates: []', '', '  # section', '', '# end'),
    );
  });
});

describe('what else names a deleted step', () => {
  test('names and overrides go, also references in overrides', () => {
    const before = lines(
      'named_steps: [a, "b"]',
      'step_templates:',
      '- name: a',
      '- name: b',
      'environments:',
      '  p:',
      '    step_templates:',
      '    - name: a',
      '      x: 1',
      '    - name: b',
      '      depends_on_steps: [a]',
      '    version: 1.0.0',
    );
    expect(made(before, drop(['a']))).toBe(
      lines(
        'named_steps: ["b"]',
        'step_templates:',
        '- name: b',
        'environments:',
        '  p:',
        '    step_templates:',
        '    - name: b',
        '    version: 1.0.0',
      ),
    );
    expect(made(before, drop(['a', 'b']))).toBe(
      lines(
        'named_steps: []',
        'step_templates: []',
        'environments:',
        '  p:',
        '    step_templates: []',
        '    version: 1.0.0',
      ),
    );
  });

  test('while another step has the name, it stays named', () => {
    const before = lines(
      'named_steps: [a]',
      'step_templates:',
      '- name: a',
      '- name: a',
      '- name: b',
      '  depends_on_step: a',
    );
    expect(made(before, drop(['a#2']))).toBe(
      lines('named_steps: [a]', 'step_templates:', '- name: a', '- name: b', '  depends_on_step: a'),
    );
  });
});

describe('other places', () => {
  test('flow lists keep their commas in order', () => {
    const before = 'step_templates: [{ name: a }, { name: b }, { name: c }]';
    expect(made(before, drop(['a']))).toBe('step_templates: [{ name: b }, { name: c }]');
    expect(made(before, drop(['c', 'b']))).toBe('step_templates: [{ name: a }]');
    expect(made(before, drop(['a', 'b', 'c']))).toBe('step_templates: []');
  });

  test('the last step goes from a file without a line break at its end', () => {
    expect(made('step_templates:\n- name: a\n- name: b', drop(['b']))).toBe('step_templates:\n- name: a');
    expect(made('step_templates:\r\n- name: a\r\n- name: b', drop(['a', 'b']))).toBe('step_templates: []');
    expect(made('step_templates:\n- name: a', drop(['a']))).toBe('step_templates: []');
    const bridged =
      'step_templates:\n- name: c\n- name: a\n- name: b\n  depends_on_step: x\n- name: x\n  depends_on_steps: [c, a]';
    expect(made(bridged, drop(['x']))).toBe(
      'step_templates:\n- name: c\n- name: a\n- name: b\n  depends_on_steps: [c, a]',
    );
  });

  test('an anchor that an alias needs holds its step', () => {
    const before = steps('- name: a', '  x: &x 1', '- name: b', '  x: *x');
    expect(refusal(before, drop(['a']))).toBe("The anchor '&x' is used elsewhere.");
    expect(made(before, drop(['b']))).toBe(steps('- name: a', '  x: &x 1'));
    expect(refusal(before, drop(['z']))).toBe("There is no step 'z'.");
  });
});
