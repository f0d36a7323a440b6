import { describe, expect, test } from 'vitest';
import { lines, made, refusal, result, steps } from './made.ts';

const THREE = [
  '  - name: a',
  '    handler_class: A',
  '  - name: b',
  '    handler_class: B',
  '  - name: c',
  '    handler_class: C',
];

describe('connecting', () => {
  test('a root begins to wait with depends_on_step, behind its handler class', () => {
    const before = steps(...THREE, '    default_retryable: true # keep');
    const after = steps(...THREE, '    depends_on_step: a', '    default_retryable: true # keep');
    expect(made(before, { kind: 'connect', from: 'a', to: 'c' })).toBe(after);
  });

  test('where all others have lists, a root gets one too', () => {
    const before = steps(...THREE, '    depends_on_steps: [a]');
    const after = steps(
      ...THREE.slice(0, 4),
      '    depends_on_steps: [a]',
      ...THREE.slice(4),
      '    depends_on_steps: [a]',
    );
    expect(made(before, { kind: 'connect', from: 'a', to: 'b' })).toBe(after);
  });

  test('depends_on_step becomes a list when a second parent comes; comments and quotation marks stay', () => {
    const before = steps(...THREE, "    depends_on_step: 'a' # first");
    const after = steps(...THREE, '    depends_on_steps: # first', "      - 'a'", "      - 'b'");
    expect(made(before, { kind: 'connect', from: 'b', to: 'c' })).toBe(after);
  });

  test('the list looks like the other lists of the file', () => {
    const flow = steps(
      '  - name: a',
      '  - name: b',
      '    depends_on_step: a',
      '  - name: c',
      '    depends_on_steps: [a, b]',
      '  - name: d',
    );
    const flowAfter = flow.replace('depends_on_step: a', 'depends_on_steps: [a, d]');
    expect(made(flow, { kind: 'connect', from: 'd', to: 'b' })).toBe(flowAfter);
    const outdented = steps(
      '- name: a',
      '- name: b',
      '  depends_on_step: a',
      '- name: c',
      '  depends_on_steps:',
      '  - a',
      '- name: d',
    );
    const outdentedAfter = outdented.replace('  depends_on_step: a', '  depends_on_steps:\n  - a\n  - d');
    expect(made(outdented, { kind: 'connect', from: 'd', to: 'b' })).toBe(outdentedAfter);
  });

  test.each([
    ['    depends_on_steps: [a] # why', '    depends_on_steps: [a, b] # why'],
    ['    depends_on_steps: []', '    depends_on_steps: [b]'],
    ['    depends_on_steps: ["a",]', '    depends_on_steps: ["a", "b",]'],
    ['    depends_on_steps:\n      - a # why\n', '    depends_on_steps:\n      - a # why\n      - b\n'],
    ['    depends_on_steps:\n    - "a"', '    depends_on_steps:\n    - "a"\n    - "b"'],
    ['    depends_on_steps:\n    -   a', '    depends_on_steps:\n    -   a\n    -   b'],
    [
      '    depends_on_steps: [\n      a, # one\n    ]',
      '    depends_on_steps: [\n      a, # one\n      b,\n    ]',
    ],
    [
      '    depends_on_steps: [\n      a # one\n    ]',
      '    depends_on_steps: [\n      a, # one\n      b\n    ]',
    ],
    [
      '    depends_on_step: a\n    depends_on_steps: [x]',
      '    depends_on_step: a\n    depends_on_steps: [x, b]',
    ],
    ['    depends_on_step:', '    depends_on_step: b'],
    ['    depends_on_steps: ~', '    depends_on_steps:\n      - b'],
    ['    "depends_on_step": "a"', '    "depends_on_steps":\n      - "a"\n      - "b"'],
  ])('%j becomes %j', (before, after) => {
    const all = steps(...THREE, before);
    expect(made(all, { kind: 'connect', from: 'b', to: 'c' })).toBe(steps(...THREE, after));
  });

  test('steps in flow style stay so', () => {
    const before = lines(
      'step_templates:',
      '  - { name: a }',
      '  - {name: b, depends_on_step: a}',
      '  - { name: c }',
    );
    expect(made(before, { kind: 'connect', from: 'c', to: 'b' })).toBe(
      before.replace('depends_on_step: a', 'depends_on_steps: [a, c]'),
    );
    expect(made(before, { kind: 'connect', from: 'a', to: 'c' })).toBe(
      before.replace('{ name: c }', '{ name: c, depends_on_step: a }'),
    );
  });

  test('a whole file in JSON keeps its quotation marks', () => {
    const before = '{"name": "x", "step_templates": [{"name": "a"}, {"name": "b"}]}';
    const after = '{"name": "x", "step_templates": [{"name": "a"}, {"name": "b", "depends_on_step": "a"}]}';
    expect(made(before, { kind: 'connect', from: 'a', to: 'b' })).toBe(after);
  });

  test('line endings, a missing one at the end, and what follows the document stay', () => {
    const windows = 'step_templates:\r\n- name: a\r\n- name: b';
    expect(made(windows, { kind: 'connect', from: 'a', to: 'b' })).toBe(`${windows}\r\n  depends_on_step: a`);
    const two = '\uFEFF---\nstep_templates:\n- name: a\n- name: b\n# end\n---\nname: b\n';
    expect(made(two, { kind: 'connect', from: 'a', to: 'b' })).toBe(
      two.replace('- name: b\n', '- name: b\n  depends_on_step: a\n'),
    );
  });

  test('only what is meant changes', () => {
    const { changes, steps: about } = result(steps(...THREE, '    depends_on_steps: [a]'), {
      kind: 'connect',
      from: 'b',
      to: 'c',
    });
    expect(changes).toMatchObject([{ length: 0, text: ', b' }]);
    expect(about).toEqual(['c']);
  });

  test('what cannot wait is refused with a reason', () => {
    const text = steps(...THREE, '    depends_on_steps: [a]');
    expect(refusal(text, { kind: 'connect', from: 'a', to: 'a' })).toBe("'a' cannot wait for itself.");
    expect(refusal(text, { kind: 'connect', from: 'a', to: 'c' })).toBe("'c' waits for 'a' already.");
    expect(refusal(text, { kind: 'connect', from: 'c', to: 'a' })).toBe('That would be a cycle: a → c → a.');
    expect(refusal(text, { kind: 'connect', from: 'a', to: 'x' })).toBe("There is no step 'x'.");
    const twice = steps('  - name: a', '  - name: a', '  - name: b');
    expect(refusal(twice, { kind: 'connect', from: 'a#2', to: 'b' })).toBe(
      "More than one step is named 'a'.",
    );
    const wrong = steps('  - name: a', '  - name: b', '    depends_on_steps: c');
    expect(refusal(wrong, { kind: 'connect', from: 'a', to: 'b' })).toContain('depends_on_steps');
  });

  test('texts that cannot be edited are refused with the line of the error', () => {
    expect(refusal('name: "x\nstep_templates:\n', { kind: 'connect', from: 'a', to: 'b' })).toMatch(
      /^The text has a syntax error in line \d: mend it first\.$/,
    );
    expect(refusal('step_templates: 7\n', { kind: 'connect', from: 'a', to: 'b' })).toBe(
      'The key step_templates does not hold a list.',
    );
    expect(refusal('- a\n', { kind: 'connect', from: 'a', to: 'b' })).toBe(
      'The file does not hold a map of keys.',
    );
  });
});

describe('disconnecting', () => {
  test.each([
    ['    depends_on_step: a # gone', ''],
    ['    depends_on_steps: [a, b]', '    depends_on_steps: [b]'],
    ['    depends_on_steps: [b, a]', '    depends_on_steps: [b]'],
    ['    depends_on_steps: [a]\n    skippable: true', '    skippable: true'],
    [
      '    depends_on_steps:\n      - a # gone\n      # stays\n      - b',
      '    depends_on_steps:\n      # stays\n      - b',
    ],
    [
      '    depends_on_steps:\n      # all\n\n      - b # one\n      - a',
      '    depends_on_steps:\n      # all\n\n      - b # one',
    ],
    [
      '    depends_on_steps: [\n      a, # gone\n      b, # stays\n    ]',
      '    depends_on_steps: [\n      b, # stays\n    ]',
    ],
    ['    depends_on_step: a\n    depends_on_steps: [b, a]', '    depends_on_steps: [b]'],
    ['    depends_on_step: b\n    depends_on_steps: [a]', '    depends_on_step: b'],
  ])('%j becomes %j', (before, after) => {
    const all = steps(...THREE, before);
    expect(made(all, { kind: 'disconnect', from: 'a', to: 'c' })).toBe(
      steps(...THREE, ...(after === '' ? [] : [after])),
    );
  });

  test('an edge that is not there is refused', () => {
    expect(refusal(steps(...THREE), { kind: 'disconnect', from: 'a', to: 'c' })).toBe(
      "'c' does not wait for 'a'.",
    );
  });

  test('a step whose first key is its dependency keeps its dash', () => {
    const before = steps('  - name: a', '  - depends_on_step: a', '    name: b');
    expect(made(before, { kind: 'disconnect', from: 'a', to: 'b' })).toBe(
      steps('  - name: a', '  - name: b'),
    );
  });
});

describe('reconnecting', () => {
  test('the new parent stands where the old one stood', () => {
    const before = steps(...THREE, '    depends_on_steps:', '      - a # first', '      - x');
    const edit = { kind: 'reconnect', from: 'a', to: 'c', newFrom: 'b', newTo: 'c' } as const;
    expect(made(before, edit)).toBe(before.replace('- a #', '- b #'));
  });

  test('the other end can be moved too', () => {
    const before = steps(...THREE, '    depends_on_step: a');
    const edit = { kind: 'reconnect', from: 'a', to: 'c', newFrom: 'a', newTo: 'b' } as const;
    expect(made(before, edit)).toBe(steps(...THREE.slice(0, 4), '    depends_on_step: a', ...THREE.slice(4)));
  });

  test('an edge is not in its own way', () => {
    const before = steps('- name: a', '- name: b', '  depends_on_step: a');
    const edit = { kind: 'reconnect', from: 'a', to: 'b', newFrom: 'b', newTo: 'a' } as const;
    expect(made(before, edit)).toBe(steps('- name: a', '  depends_on_step: b', '- name: b'));
  });

  test('a cycle is refused', () => {
    const before = steps(
      '- name: a',
      '- name: b',
      '  depends_on_step: a',
      '- name: c',
      '  depends_on_step: b',
    );
    const edit = { kind: 'reconnect', from: 'a', to: 'b', newFrom: 'c', newTo: 'b' } as const;
    expect(refusal(before, edit)).toBe('That would be a cycle: b → c → b.');
  });
});
