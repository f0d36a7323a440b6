import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src-engine/template/template.ts';
import type { KeyPath, TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { ProblemList } from '../../../src-engine/template/problem-list.ts';
import { readYaml } from '../../../src-engine/template/yaml/read-yaml.ts';
import { toJsonObject } from '../../../src-engine/template/yaml/to-json.ts';
import { lines, made, refusal, result, steps } from './made.ts';

function set(path: KeyPath, value: Json): TemplateEdit {
  return { kind: 'set-value', path, value };
}

function read(text: string): Json {
  const { root, isBroken } = readYaml(text, new ProblemList(text));
  if (root === undefined || isBroken) throw new Error(`broken: ${text}`);
  return toJsonObject(root);
}

describe('a scalar', () => {
  test.each<[string, Json, string]>([
    ['a: x # why', 'y', 'a: y # why'],
    ["a: 'x' # why", "it's", "a: 'it''s' # why"],
    ['a: "x"', 'say "y"', 'a: "say \\"y\\""'],
    ['a: x', 'yes', 'a: "yes"'],
    ['a: x', '1.0', 'a: "1.0"'],
    ['a: x', true, 'a: true'],
    ['a: "3"', 4, 'a: 4'],
    ['a: 3', '4', 'a: "4"'],
    ['a: x', null, 'a: null'],
    ['a:', 'x', 'a: x'],
    ['a: # why', 'x', 'a: x # why'],
    ['a: ~', 1e21, 'a: 1.0e+21'],
    ['a: x', 1e-7, 'a: 1.0e-7'],
    ['a: !!str 1', 2, 'a: 2'],
    ['a:   x', 'y', 'a:   y'],
    ['a: x\n  y # why', 'z', 'a: z # why'],
    ['{a: x, b: 1}', 'y, z', '{a: "y, z", b: 1}'],
    ['{a: x}', 'y\nz', '{a: "y\\nz"}'],
    ['{"a":"x"}', 'y', '{"a":"y"}'],
  ])('%j set to %j becomes %j', (before, value, after) => {
    expect(made(`${before}\nz: 1\n`.replace('}\nz: 1', '}'), set(['a'], value))).toBe(
      `${after}\nz: 1\n`.replace('}\nz: 1', '}'),
    );
  });

  test('that is the same already is left alone, however it is written', () => {
    const text = lines('a: "x"', 'b: { c: [1, 0x10] }', 'd: ');
    for (const [path, value] of [
      [['a'], 'x'],
      [['b'], { c: [1, 16] }],
      [['d'], null],
    ] as const) {
      expect(result(text, set(path, value as Json)).changes).toEqual([]);
    }
  });
});

describe('a text of several lines', () => {
  test.each<[string, string, string]>([
    ['a: x # why', 'y\nz', 'a: |- # why\n  y\n  z'],
    ['a: x', 'y\n\nz\n', 'a: |\n  y\n\n  z'],
    ['a: |\n  x\n  y', 'z\n', 'a: |\n  z'],
    ['a: | # why\n  x', 'z', 'a: z # why'],
    ['a: >-\n  x\n  y', 'z w', 'a: >-\n  z w'],
    ['a: >\n  x\n  y', 'z\nw\n', 'a: >\n  z\n\n  w'],
    ['a: "x\\ny"', 'z\nw', 'a: "z\\nw"'],
    ['a: x', ' y\nz', 'a: " y\\nz"'],
    ['a: x', 'y\n\n', 'a: "y\\n\\n"'],
    ['a:\n  b: 1', 'y\nz\n', 'a: |\n  y\n  z'],
    ['a:\n- b\n- c', 'y', 'a: y'],
  ])('%j set to %j becomes %j', (before, value, after) => {
    expect(made(`${before}\nz: 1\n`, set(['a'], value))).toBe(`${after}\nz: 1\n`);
    expect(read(made(before, set(['a'], value)))).toEqual({ a: value });
  });

  test('a folded text is folded again', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    const after = made('a: >-\n  x\n', set(['a'], words));
    expect(after.split('\n').length).toBeGreaterThan(3);
    expect(read(after)).toEqual({ a: words });
  });
});

describe('maps and lists', () => {
  test.each<[string, Json, string]>([
    ['a: x # why', { b: 1, c: [] }, 'a: # why\n  b: 1\n  c: []'],
    ['a:', ['x', { b: 1, c: 2 }], 'a:\n  - x\n  - b: 1\n    c: 2'],
    ['a: [x, y]', ['x', 'z'], 'a: [x, z]'],
    ['a: [x, y] # why', ['y'], 'a: [y] # why'],
    ['a: { b: 1, c: 2 }', { b: 1, d: 3 }, 'a: { b: 1, d: 3 }'],
    ['a:\n  b: 1 # one\n  # two\n  c: 2', { b: 1, c: 3 }, 'a:\n  b: 1 # one\n  # two\n  c: 3'],
    ['a:\n  b: 1 # one\n  c: 2', { b: 1 }, 'a:\n  b: 1 # one'],
    ['a:\n  b: 1 # one', { b: 1, c: { d: 1 } }, 'a:\n  b: 1 # one\n  c:\n    d: 1'],
    ['a:\n- x # one\n- y\n- z # three', ['x', 'z'], 'a:\n- x # one\n- z # three'],
    ['a:\n- x\n- y', ['x', 'w', 'v', 'y'], 'a:\n- x\n- w\n- v\n- y'],
    ['a:\n  b: 1', {}, 'a: {}'],
    ['a: {}', { b: { c: 1 } }, 'a:\n  b:\n    c: 1'],
    ['a: {\n  b: 1 # why\n  }', { b: 1, c: 2, d: 3 }, 'a: {\n  b: 1, # why\n  c: 2,\n  d: 3\n  }'],
    ['a: [] # why', [1], 'a: # why\n  - 1'],
    ['a:\n  b: 1', [1], 'a:\n  - 1'],
    ['a:\n- - 1\n  - 2\n- 3', [[1], { b: 1, c: 2 }], 'a:\n- - 1\n- b: 1\n  c: 2'],
    ['a:\n- 3 # why', [{ b: 1, c: 2 }], 'a:\n- # why\n  b: 1\n  c: 2'],
    ['a:\n- b: 1\n  c: 2 # why\n- 3', [4, 3], 'a:\n- 4 # why\n- 3'],
    ['a:\n-\n  b: 1', ['x'], 'a:\n- x'],
  ])('%j set to %j becomes %j', (before, value, after) => {
    expect(made(`${before}\nz: 1\n`, set(['a'], value))).toBe(`${after}\nz: 1\n`);
    expect(read(made(before, set(['a'], value)))).toEqual({ a: value });
  });
});

describe('what is not there yet', () => {
  test('keys of a template and of a step find their usual place', () => {
    const before = lines(
      'name: x # n',
      'task_handler_class: X',
      '',
      'step_templates:',
      '- name: a',
      '  handler_class: A',
      '  x: 1',
    );
    expect(made(before, set(['version'], '1.0'))).toBe(before.replace('# n\n', '# n\nversion: "1.0"\n'));
    expect(made(before, set(['step_templates', 0, 'description'], 'd'))).toBe(
      before.replace('- name: a\n', '- name: a\n  description: d\n'),
    );
    expect(made(before, set(['step_templates', 0, 'skippable'], true))).toBe(
      before.replace(': A\n', ': A\n  skippable: true\n'),
    );
    expect(made(before, set(['zzz'], 1))).toBe(`${before}zzz: 1\n`);
    expect(made('version: 1.0.0\n', set(['name'], 'x'))).toBe('name: x\nversion: 1.0.0\n');
    expect(made('step_templates:\n- handler_class: A\n', set(['step_templates', 0, 'name'], 'a'))).toBe(
      'step_templates:\n- name: a\n  handler_class: A\n',
    );
  });

  test('maps above it are made', () => {
    const before = lines('name: x', 'step_templates:', '- name: a', '# end');
    const path = ['step_templates', 0, 'handler_config', 'headers', 'X-Y'];
    expect(made(before, set(path, 'z'))).toBe(
      lines(
        'name: x',
        'step_templates:',
        '- name: a',
        '  handler_config:',
        '    headers:',
        '      X-Y: z',
        '# end',
      ),
    );
    expect(made('', set(['schema', 'type'], 'object'))).toBe('schema:\n  type: object\n');
    expect(made('a: { b: {} }', set(['a', 'b', 'c', 'd'], 1))).toBe('a: { b: { c: { d: 1 } } }');
    expect(made('a:\n  b:\n', set(['a', 'b', 'c'], 1))).toBe('a:\n  b:\n    c: 1\n');
  });

  test('an index one past the end adds an item', () => {
    expect(made('a:\n- x\n', set(['a', 1], 'y'))).toBe('a:\n- x\n- y\n');
    expect(made('a: ["x"]\n', set(['a', 1], 'y'))).toBe('a: ["x", "y"]\n');
    expect(made('a: []\n', set(['a', 0, 'b'], 'y'))).toBe('a:\n  - b: y\n');
    expect(made('b: 1\n', set(['a', 0], 'y'))).toBe('b: 1\na:\n  - y\n');
  });

  test('what has no place is refused', () => {
    expect(refusal('a: x\n', set(['a', 'b'], 1))).toBe("'a' holds a single value.");
    expect(refusal('a: [x]\n', set(['a', 3], 1))).toBe("There is no 'a.3'.");
    expect(refusal('a: [x]\n', set(['a', 'b'], 1))).toBe("There is no 'a.b'.");
    expect(refusal('b: &b {c: 1}\na: *b\n', set(['a', 'c'], 1))).toBe("'a' is an alias.");
    expect(refusal('b: &b {c: 1}\na: *b\n', set(['b'], 1))).toBe("The anchor '&b' is used elsewhere.");
    expect(refusal('? a\n: 1\n', set(['a'], 2))).toContain('unusual');
    expect(refusal('b: 1\n', set(['a', 2], 1))).toBe('There are no 2 items yet.');
  });
});

describe('styles', () => {
  test('new values take the quotation marks of their neighbours', () => {
    expect(made('a:\n  b: "x"\n  c: "y"\n', set(['a', 'd'], 'z'))).toBe('a:\n  b: "x"\n  c: "y"\n  d: "z"\n');
    expect(made("a: 'x'\nb: y\n", set(['c'], '1'))).toBe("a: 'x'\nb: y\nc: '1'\n");
  });

  test('Windows line endings, a missing last one, and wide indentation', () => {
    expect(made('a:\r\n    b: 1', set(['a', 'c'], { d: 1 }))).toBe(
      'a:\r\n    b: 1\r\n    c:\r\n        d: 1',
    );
    expect(made('a: x\r\nb: 1', set(['b'], 'y\nz'))).toBe('a: x\r\nb: |-\r\n  y\r\n  z');
    expect(made('a:\r\n  b: 1', set(['a'], 2))).toBe('a: 2');
    expect(made('a:\n  b:\n  - 1\n  c: 2', set(['a'], { d: { e: 1 } }))).toBe('a:\n  d:\n    e: 1');
  });

  test('the value of a step tells which step it was', () => {
    const before = steps('- name: a', '- name: b');
    expect(result(before, set(['step_templates', 1, 'skippable'], true)).steps).toEqual(['b']);
    expect(result(before, set(['step_templates', 1, 'name'], 'a')).steps).toEqual(['a#2']);
  });

  test('of keys that stand twice the last one is meant', () => {
    expect(made('a: 1\na: 2\n', set(['a'], 3))).toBe('a: 1\na: 3\n');
  });
});
