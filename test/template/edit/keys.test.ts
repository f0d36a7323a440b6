import { describe, expect, test } from 'vitest';
import type { TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import { lines, made, refusal, result, steps } from './made.ts';

type Path = readonly (string | number)[];

describe('deleting a value', () => {
  test.each<[string, Path, string]>([
    ['a: 1\nb: 2 # why\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['a: 1\n# about b\nb:\n  c: 1\n  # in b\n\n# about d\nd: 1\n', ['b'], 'a: 1\n\n# about d\nd: 1\n'],
    ['a: 1\n\nb: 1\n\nc: 1\n', ['b'], 'a: 1\n\nc: 1\n'],
    ['a:\n  b: 1\n', ['a', 'b'], 'a: {}\n'],
    ['a:\n- b # why\n', ['a', 0], 'a: []\n'],
    ['a:\n- b: 1\n  c: 2\n', ['a', 0, 'b'], 'a:\n- c: 2\n'],
    ['a:\n- b: 1\n  # about c\n  c: 2\n', ['a', 0, 'b'], 'a:\n-\n  # about c\n  c: 2\n'],
    ['a:\n- b: 1\n', ['a', 0, 'b'], 'a:\n- {}\n'],
    ['a: { b: 1, c: 2 }\n', ['a', 'b'], 'a: { c: 2 }\n'],
    ['a: {b: 1}\n', ['a', 'b'], 'a: {}\n'],
    ['a: |\n  x\n\nb: 1', ['a'], 'b: 1'],
    ['a: 1\nb: 2', ['b'], 'a: 1'],
    ['a: 1\n', ['a'], '{}\n'],
    ['# c\n\na: 1 # d\n---\n', ['a'], '# c\n\n{} # d\n---\n'],
    ['a: 1\nb: 2\na: 3\n', ['a'], 'b: 2\n'],
  ])('%j without %j is %j', (before, path, after) => {
    expect(made(before, { kind: 'delete-value', path })).toBe(after);
  });

  test('that is not there, or that an alias needs, is refused', () => {
    expect(refusal('a: 1\n', { kind: 'delete-value', path: ['b', 'c'] })).toBe("There is no 'b.c'.");
    expect(refusal('a: &x 1\nb: *x\n', { kind: 'delete-value', path: ['a'] })).toBe(
      "The anchor '&x' is used elsewhere.",
    );
  });
});

describe('renaming a key', () => {
  test.each<[string, Path, string, string]>([
    ['a: 1 # why\n', ['a'], 'b', 'b: 1 # why\n'],
    ['"a": 1\n', ['a'], 'b', '"b": 1\n'],
    ['a:\n  b:\n  - 1\n', ['a', 'b'], 'c: d', 'a:\n  "c: d":\n  - 1\n'],
    ['{a: 1}', ['a'], 'on', '{"on": 1}'],
  ])('%j, %j to %j, is %j', (before, path, key, after) => {
    expect(made(before, { kind: 'rename-key', path, key })).toBe(after);
  });

  test('to one that is there is refused', () => {
    expect(refusal('a: 1\nb: 2\n', { kind: 'rename-key', path: ['a'], key: 'b' })).toBe(
      "The key 'b' is there already.",
    );
    expect(refusal('- a\n', { kind: 'rename-key', path: [0], key: 'b' })).toContain('map');
    expect(refusal('a: [1]\n', { kind: 'rename-key', path: ['a', 0], key: 'b' })).toContain('no key');
    expect(refusal('a: 1\n', { kind: 'rename-key', path: ['a'], key: '' })).toBe('A key needs a name.');
  });
});

describe('several edits', () => {
  test('each is made on what the one before left, and together they are one change', () => {
    const before = steps('- name: a # one', '- name: b');
    const edits: readonly TemplateEdit[] = [
      { kind: 'connect', from: 'a', to: 'b' },
      { kind: 'rename-step', step: 'a', name: 'c' },
      { kind: 'set-value', path: ['step_templates', 1, 'skippable'], value: true },
    ];
    const done = result(before, { kind: 'several', edits });
    expect(done.text).toBe(
      steps('- name: c # one', '- name: b', '  depends_on_step: c', '  skippable: true'),
    );
    expect(done.changes.reduce((sum, { length }) => sum + length, 0)).toBe(1);
    expect(done.steps).toEqual(['b']);
  });

  test('one that is refused refuses all', () => {
    const edits: readonly TemplateEdit[] = [
      { kind: 'set-value', path: ['a'], value: 1 },
      { kind: 'delete-value', path: ['z'] },
    ];
    expect(refusal('a: 2\n', { kind: 'several', edits })).toBe("There is no 'z'.");
    expect(result('a: 2\n', { kind: 'several', edits: [] }).changes).toEqual([]);
  });
});

describe('replacing text', () => {
  test('is made as it is, and refused where it does not fit', () => {
    const change = { offset: 3, length: 1, text: '"2"' };
    expect(made('a: 2\n', { kind: 'replace-text', changes: [change] })).toBe('a: "2"\n');
    expect(editTemplate('a', { kind: 'replace-text', changes: [change] }).kind).toBe('refused');
    expect(editTemplate('a: 2\n', { kind: 'replace-text', changes: [change, change] }).kind).toBe('refused');
  });
});

describe('overriding a step in an environment', () => {
  const before = lines(
    'name: x',
    'step_templates:',
    '- name: a',
    '- name: b',
    'environments:',
    '  production:',
    '    step_templates:',
    '    - name: b',
    '      x: 1',
  );

  const override = (name: string, keys: Path, value: string | boolean): TemplateEdit => {
    const entry: Path = ['environments', 'test', 'step_templates', 0];
    return {
      kind: 'several',
      edits: [
        { kind: 'set-value', path: entry, value: { name } },
        { kind: 'set-value', path: [...entry, ...keys], value },
      ],
    };
  };

  test('what is missing is made', () => {
    expect(made(before, override('a', ['handler_config', 'url'], 'http://test'))).toBe(
      `${before}${lines('  test:', '    step_templates:', '    - name: a', '      handler_config:', '        url: http://test')}`,
    );
    expect(made(steps('- name: a'), override('a', ['skippable'], true))).toBe(
      steps(
        '- name: a',
        'environments:',
        '  test:',
        '    step_templates:',
        '    - name: a',
        '      skippable: true',
      ),
    );
  });
});
