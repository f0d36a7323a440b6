import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { writeYaml } from '../../src-engine/export/yaml/write-yaml.ts';
import type { Json, JsonObject } from '../../src-engine/template/template.ts';
import { parsed, withTop } from '../template/texts.ts';
import { exported, textOf, VALID } from './exports.ts';

const CASES = VALID.flatMap(({ name, text }) =>
  parsed(text).environments.map((environment) => ({ name, text, environment })),
);

describe('an environment merged in', () => {
  test.each(CASES)('$name in $environment reads as the template in that environment', (example) => {
    const { text, environment } = example;
    const merged = textOf(exported(text, 'yaml-environment', { environment }));
    const { environment: _, ...expected } = parsed(text, environment);
    expect(parsed(merged)).toEqual({ ...expected, environments: [] });
    expect(merged).not.toMatch(/^environments:/m);
  });

  test('comments, order and quoting of the base stay', () => {
    const text = `# Orders
name: 'orders' # of the shop
task_handler_class: Orders
default_dependent_system: shop
version: "1.0.0"
step_templates:
  # first of all
  - name: fetch
    handler_class: FetchHandler
    handler_config: { url: "http://base", params: { a: 1 } } # as it is

environments:
  # nothing of this stays
  test:
    version: 2.0.0
    step_templates:
      - name: fetch
        default_retry_limit: 7
        handler_config: { url: "http://test" }
`;
    const { files, notes } = exported(text, 'yaml-environment', { environment: 'test' });
    expect(notes).toEqual([]);
    const [merged] = files;
    expect(merged).toMatchObject({ name: 'order.test.yaml' });
    expect(textOf({ kind: 'exported', files, notes }).trimEnd()).toBe(`# Orders
name: 'orders' # of the shop
task_handler_class: Orders
default_dependent_system: shop
version: "2.0.0"
step_templates:
  # first of all
  - name: fetch
    handler_class: FetchHandler
    default_retry_limit: 7
    handler_config: { url: "http://test", params: { a: 1 } } # as it is`);
  });

  test('most published templates keep their comments', () => {
    const lost = CASES.filter(
      ({ text, environment }) => exported(text, 'yaml-environment', { environment }).notes.length > 0,
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  test('a number keeps the way it is written: it is the text that Tasker looks a version up by', () => {
    const text = `${withTop('version: 1.0')}environments: { test: { description: x } }\n`;
    const merged = textOf(exported(text, 'yaml-environment', { environment: 'test' }));
    expect(merged).toMatch(/^version: 1\.0$/m);
  });
});

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      'n',
      '~',
      '1:30',
      '2020-01-01',
      '0x1',
      ' a',
      'a ',
      'a: b',
      'a #b',
      ':s',
      '-',
      '',
      '\n',
    ),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('writing YAML', () => {
  test.each(['1.1', '1.2'] as const)('what is written is read again by a reader of YAML %s', (version) => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { noNullPrototype: true }), (value) => {
        const document = parseDocument(writeYaml(value as JsonObject), { version, merge: false });
        expect(document.errors).toEqual([]);
        expect(normal(document.toJS())).toEqual(normal(value));
      }),
      { numRuns: 300 },
    );
  });
});

/** There is no negative zero in JSON, and the order of keys that look like numbers is nobody's. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
