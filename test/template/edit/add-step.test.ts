import { describe, expect, test } from 'vitest';
import type { TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { lines, made, refusal, result, steps } from './made.ts';

const SHIP = { name: 'ship', handlerClass: 'Ship' };

function add(dependsOn: readonly string[] = [], children: readonly string[] = []): TemplateEdit {
  return { kind: 'add-step', step: SHIP, dependsOn, children };
}

describe('adding a step', () => {
  test('it stands at the end, with blank lines and quotation marks as the others have them', () => {
    const before = steps(
      '  - name: "a"',
      '    handler_class: "A"',
      '',
      '  - name: "b"',
      "    handler_class: 'B'",
      '',
      '# environments',
      'x: 1',
    );
    const after = before.replace(
      "'B'\n",
      '\'B\'\n\n  - name: "ship"\n    handler_class: \'Ship\'\n    depends_on_steps:\n      - "a"\n      - "b"\n',
    );
    expect(made(before, add(['a', 'b']))).toBe(after);
  });

  test('it takes the indentation and the dashes of its neighbours', () => {
    const before = steps('-   name: a', '    handler_config:', '        x: 1');
    const fields = { handler_config: { url: 'http://x', list: [1, { a: true, b: null }] } };
    const after = steps(
      '-   name: a',
      '    handler_config:',
      '        x: 1',
      '-   name: ship',
      '    handler_class: Ship',
      '    handler_config:',
      '        url: http://x',
      '        list:',
      '        - 1',
      '        - a: true',
      '          b: null',
    );
    expect(made(before, { kind: 'add-step', step: { ...SHIP, fields }, dependsOn: [] })).toBe(after);
  });

  test('keys stand in the order of their neighbours, dependencies before retries', () => {
    const fields = {
      default_retry_limit: 5,
      description: 'Ships it: all',
      dependent_system: 'mail',
      zzz: 'x\ny\n',
    };
    const after = made(steps('- name: a', '', '- name: b'), {
      kind: 'add-step',
      step: { ...SHIP, fields },
      dependsOn: ['a'],
    });
    expect(after).toBe(
      steps(
        '- name: a',
        '',
        '- name: b',
        '',
        '- name: ship',
        '  description: "Ships it: all"',
        '  handler_class: Ship',
        '  dependent_system: mail',
        '  depends_on_step: a',
        '  default_retry_limit: 5',
        '  zzz: |',
        '    x',
        '    y',
      ),
    );
  });

  test.each([
    ['step_templates: []\n', 'step_templates:\n  - name: ship\n    handler_class: Ship\n'],
    [
      'step_templates: [] # none yet\nx: 1\n',
      'step_templates: # none yet\n  - name: ship\n    handler_class: Ship\nx: 1\n',
    ],
    ['step_templates:\n', 'step_templates:\n  - name: ship\n    handler_class: Ship\n'],
    ['step_templates: ~', 'step_templates:\n  - name: ship\n    handler_class: Ship'],
    [
      'name: x\nenvironments: {}\n',
      'name: x\nstep_templates:\n  - name: ship\n    handler_class: Ship\nenvironments: {}\n',
    ],
    ['', 'step_templates:\n  - name: ship\n    handler_class: Ship\n'],
    ['# a new file\n', '# a new file\nstep_templates:\n  - name: ship\n    handler_class: Ship\n'],
    ['{ step_templates: [] }', '{ step_templates: [{ name: ship, handler_class: Ship }] }'],
    ['{}', '{step_templates: [{ name: ship, handler_class: Ship }]}'],
    [
      'step_templates: [{ name: a }]\n',
      'step_templates: [{ name: a }, { name: ship, handler_class: Ship }]\n',
    ],
    [
      'step_templates:\n- { name: a }\n',
      'step_templates:\n- { name: a }\n- { name: ship, handler_class: Ship }\n',
    ],
  ])('%j becomes %j', (before, after) => {
    expect(made(before, add())).toBe(after);
  });

  test('its name is made free, and listed where names are listed', () => {
    const before = lines('named_steps: [ship, "b"]', 'step_templates:', '- name: ship');
    const done = result(before, add(['ship']));
    expect(done.steps).toEqual(['ship_2']);
    expect(done.text).toBe(
      lines(
        'named_steps: [ship, "b", "ship_2"]',
        'step_templates:',
        '- name: ship',
        '- name: ship_2',
        '  handler_class: Ship',
        '  depends_on_step: ship',
      ),
    );
  });

  test('it is listed also where the list of names ends right before the new key', () => {
    const after = lines(
      'named_steps:',
      '- a',
      '- ship',
      'step_templates:',
      '- name: ship',
      '  handler_class: Ship',
    );
    expect(made(lines('named_steps:', '- a'), add())).toBe(after);
  });

  test('children wait for it besides', () => {
    const before = steps('- name: a', '- name: b', '  depends_on_step: a', '');
    expect(made(before, add(['a'], ['b']))).toBe(
      steps(
        '- name: a',
        '- name: b',
        '  depends_on_steps:',
        '  - a',
        '  - ship',
        '- name: ship',
        '  handler_class: Ship',
        '  depends_on_step: a',
        '',
      ),
    );
    expect(refusal(before, add(['b'], ['a']))).toBe('That would be a cycle: a → b → ship → a.');
  });

  test('comments below the last step stay where they belong', () => {
    const before = steps('  - name: a', '    # skippable: true', '  # end of the list', '', '# tail');
    const after = steps(
      '  - name: a',
      '    # skippable: true',
      '  - name: ship',
      '    handler_class: Ship',
      '  # end of the list',
      '',
      '# tail',
    );
    expect(made(before, add())).toBe(after);
  });

  test('a name must be there and fit', () => {
    expect(
      refusal(steps('- name: a'), {
        kind: 'add-step',
        step: { name: ' ', handlerClass: 'A' },
        dependsOn: [],
      }),
    ).toBe('A step needs a name.');
    const long = { name: 'x'.repeat(129), handlerClass: 'A' };
    expect(refusal(steps('- name: a'), { kind: 'add-step', step: long, dependsOn: [] })).toContain(
      '129 characters',
    );
  });
});

describe('inserting a step on an edge', () => {
  test('it stands behind the parent, and the child waits for it', () => {
    const before = steps('- name: a', '', '- name: b', '  depends_on_steps: [x, a] # both', '', '- name: x');
    const edit = { kind: 'insert-step', step: SHIP, from: 'a', to: 'b' } as const;
    expect(made(before, edit)).toBe(
      steps(
        '- name: a',
        '',
        '- name: ship',
        '  handler_class: Ship',
        '  depends_on_steps: [a]',
        '',
        '- name: b',
        '  depends_on_steps: [x, ship] # both',
        '',
        '- name: x',
      ),
    );
    expect(refusal(before, { ...edit, to: 'x' })).toBe("'x' does not wait for 'a'.");
  });
});
