import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { formatProblem } from '../../src-engine/template/format-problem.ts';
import { LineIndex } from '../../src-engine/template/line-index.ts';
import { readOutline } from '../../src-engine/template/outline.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import type { Json, JsonObject } from '../../src-engine/template/template.ts';
import { parsed, misplaced, MINIMAL } from './texts.ts';

const VALID = `---
name: shop/orders
namespace_name: shop
version: 1.2.3
task_handler_class: Orders
default_dependent_system: "shop"
named_steps: [fetch, send]
schema:
  type: object
  properties: { id: { type: integer }, 'on': {} }
step_templates:
  - name: fetch # first
    handler_class: A::B
    handler_config: { type: api, url: "http://x/\${ID}", params: { a: 1 } }
  - name: send
    description: >-
      folded
      text
    depends_on_steps:
      - fetch
    handler_class: C
    default_retry_limit: 5
environments:
  test:
    step_templates:
      - name: fetch
        handler_config: { url: http://y }
`;

/** Pieces that have a meaning to YAML, to Ruby or to us, with `¦` between them. */
const YAML_PIECES =
  ': ¦- ¦\n¦\n  ¦\t¦{¦}¦[¦]¦,¦#¦"¦\'¦|¦>¦&a ¦*a¦! ¦!!str ¦? ¦%¦---¦...¦<<: ¦\r¦\r\n¦\0¦\uD800¦\uFEFF¦\u2028';
const OUR_PIECES =
  '<%¦%>¦${A}¦~¦yes¦1:30¦2024-01-01¦:sym¦name¦step_templates¦environments¦depends_on_step: send¦null¦1.0¦__proto__';
const piece = fc.constantFrom(...YAML_PIECES.split('¦'), ...OUR_PIECES.split('¦'));

const soup = fc
  .array(fc.oneof({ arbitrary: piece, weight: 5 }, fc.string({ unit: 'binary', maxLength: 3 })))
  .map((parts) => parts.join(''));

const mutated = fc
  .array(fc.tuple(fc.nat(VALID.length), fc.nat(12), fc.oneof(piece, fc.constant(''))), {
    minLength: 1,
    maxLength: 4,
  })
  .map((edits) =>
    edits.reduce((text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length), VALID),
  );

function answersWell(text: string): void {
  const lines = new LineIndex(text);
  for (const environment of [undefined, 'test']) {
    const result = parseTemplate(text, environment === undefined ? {} : { environment });
    expect(misplaced(text, result)).toEqual([]);
    expect(result.kind).toBe(
      result.problems.some(({ severity }) => severity === 'error') ? 'rejected' : 'parsed',
    );
    for (const problem of result.problems) formatProblem(problem, text, 'f.yaml', lines);
  }
  const outline = readOutline(text);
  for (const { offset, length } of outline.steps) expect(offset + length).toBeLessThanOrEqual(text.length);
  lintTemplates([{ file: 'x.yaml', text }]);
}

describe('any text gets an answer with places inside it', () => {
  test('the valid one is valid', () => {
    expect(parsed(VALID, 'test').steps[0]?.handlerConfig).toMatchObject({ url: 'http://y', type: 'api' });
  });

  test('arbitrary characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answersWell), { numRuns: 150 });
  });

  test('pieces of YAML', () => {
    fc.assert(fc.property(soup, answersWell), { numRuns: 200 });
  });

  test('a valid template with a few edits', () => {
    fc.assert(fc.property(mutated, answersWell), { numRuns: 150 });
  });

  test('beginnings of a valid template, as it is while somebody types', () => {
    for (let end = 0; end <= VALID.length; end += 7) answersWell(VALID.slice(0, end));
  });
});

const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('a', 'b c', 'yes', '1.0'),
);
const key = fc.constantFrom('a', 'b', 'c', 'url', 'params');
const config: fc.Arbitrary<JsonObject> = fc.letrec<{ value: Json; map: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(leaf, { maxLength: 2 }), tie('map')),
  map: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).map;

test('a merged environment equals a plain merge of values', () => {
  fc.assert(
    fc.property(config, config, fc.constantFrom('fetch', 'nobody'), (base, override, step) => {
      const text = [
        `${MINIMAL}    handler_config: ${JSON.stringify(base)}`,
        'environments:',
        `  e: { step_templates: [{ name: ${step}, handler_config: ${JSON.stringify(override)} }] }`,
      ].join('\n');
      const merged = parsed(text, 'e').steps[0]?.handlerConfig;
      expect(merged).toEqual(step === 'fetch' ? deepMerge(base, override) : base);
    }),
  );
});

function deepMerge(base: JsonObject, override: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...base };
  for (const [name, value] of Object.entries(override)) {
    const before = merged[name];
    merged[name] = isMap(before) && isMap(value) ? deepMerge(before, value) : value;
  }
  return merged;
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test('an offset and its line and column mean the same place', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', 'ü')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(40), (characters, offset) => {
      const index = new LineIndex(characters);
      const { line, column } = index.position(offset);
      const before = characters.slice(0, Math.min(offset, characters.length));
      // Between the two characters of CRLF the line has not ended yet.
      const isSplit = before.endsWith('\r') && characters.charAt(before.length) === '\n';
      const lines = (isSplit ? before.slice(0, -1) : before).split(/\r\n|\n|\r/);
      expect(line).toBe(lines.length);
      expect(column).toBe((lines.at(-1) ?? '').length + (isSplit ? 2 : 1));
      expect(index.line(line)).toBe(characters.split(/\r\n|\n|\r/)[line - 1]);
    }),
  );
});
