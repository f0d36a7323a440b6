import { describe, expect, test } from 'vitest';
import { copySteps } from '../../../src-engine/template/edit/edit-template.ts';
import { lines, made, refusal, result, steps } from './made.ts';

const SOURCE = lines(
  'step_templates:',
  '    # about a',
  '    - name: a # name',
  '      handler_config:',
  '        body: |',
  '          one',
  '',
  '          two',
  '    # about b',
  "    - name: 'b'",
  '      depends_on_steps: [a, other] # both',
  '',
  '    - name: other',
  '      depends_on_step: x',
);

describe('copying', () => {
  test('steps come with their comments, from column 0, in the order of the text', () => {
    expect(copySteps(SOURCE, ['b', 'a'])).toBe(
      lines(
        '# about a',
        '- name: a # name',
        '  handler_config:',
        '    body: |',
        '      one',
        '',
        '      two',
        '# about b',
        "- name: 'b'",
        '  depends_on_steps: [a, other] # both',
      ),
    );
    expect(copySteps('step_templates: [{ name: a }, {name: b}]', ['b'])).toBe('- {name: b}\n');
  });

  test('where nothing can be copied there is nothing', () => {
    expect(copySteps(SOURCE, [])).toBeNull();
    expect(copySteps(SOURCE, ['z'])).toBeNull();
    expect(copySteps('name: "', ['a'])).toBeNull();
  });
});

describe('pasting', () => {
  test('into another file: names are made free, and dependencies on what is not there are left out', () => {
    const yaml = copySteps(SOURCE, ['a', 'b']) ?? '';
    const done = result('step_templates:\r\n- name: b\r\n', { kind: 'paste-steps', yaml, dependsOn: ['b'] });
    expect(done.steps).toEqual(['a', 'b_2']);
    expect(done.text).toBe(
      lines(
        'step_templates:',
        '- name: b',
        '# about a',
        '- name: a # name',
        '  depends_on_step: b',
        '  handler_config:',
        '    body: |',
        '      one',
        '',
        '      two',
        '# about b',
        "- name: 'b_2'",
        '  depends_on_steps: [a] # both',
      ).replaceAll('\n', '\r\n'),
    );
  });

  test('into nothing', () => {
    expect(made('', { kind: 'paste-steps', yaml: '- name: a\n' })).toBe('step_templates:\n  - name: a\n');
    expect(made('step_templates: [ ]', { kind: 'paste-steps', yaml: '  - name: a\n    x: 1' })).toBe(
      'step_templates:\n  - name: a\n    x: 1',
    );
    expect(
      made('{"step_templates": [{"name": "b"}]}', { kind: 'paste-steps', yaml: '- name: a # c\n  x: [1]\n' }),
    ).toBe('{"step_templates": [{"name": "b"}, { "name": "a", "x": [1] }]}');
  });

  test('what holds no steps is refused', () => {
    for (const yaml of ['', 'hello', '- a\n- b\n', 'a: "', '- &x {name: a}\n', '- name: 7\n']) {
      expect(refusal(SOURCE, { kind: 'paste-steps', yaml })).toMatch(/holds no steps|anchor/);
    }
  });
});

describe('duplicating', () => {
  test('copies stand behind the originals and wait for each other, else for the same parents', () => {
    const before = steps(
      '- name: a',
      '',
      '- name: b # b',
      '  depends_on_step: a',
      '',
      '- name: c',
      '  depends_on_steps: [a, b]',
      '',
      '- name: d',
    );
    const done = result(before, { kind: 'duplicate-steps', steps: ['c', 'b'] });
    expect(done.steps).toEqual(['b_2', 'c_2']);
    expect(done.text).toBe(
      before.replace(
        '\n- name: d',
        '\n- name: b_2 # b\n  depends_on_step: a\n\n- name: c_2\n  depends_on_steps: [a, b_2]\n\n- name: d',
      ),
    );
  });

  test('steps with anchors or aliases are refused', () => {
    expect(refusal(steps('- name: a', '  x: &x 1'), { kind: 'duplicate-steps', steps: ['a'] })).toBe(
      "The step 'a' has an anchor or an alias.",
    );
  });
});
