import { Validator } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src-engine/template/template.ts';
import { sampleContext } from '../../../src-engine/template/context/sample-context.ts';
import { validateContext } from '../../../src-engine/template/context/validate-context.ts';
import { parseTemplate } from '../../../src-engine/template/parse-template.ts';
import { fixtureFiles } from '../../support/fixture-files.ts';
import { arbitrarySchema } from './arbitrary-schema.ts';

const valid = (schema: JsonObject): void => {
  const { errors } = validateContext(schema, sampleContext(schema), 'strict');
  expect(errors).toEqual([]);
};

describe('a sample context', () => {
  test('passes strict validation for any schema that can be satisfied', () => {
    fc.assert(fc.property(arbitrarySchema, valid), { numRuns: 300 });
  });

  test('takes what the schema names: const, default, the first of an enum, an example', () => {
    const properties = {
      a: { const: 3 },
      b: { default: 'x' },
      c: { enum: ['p', 'q'] },
      d: { examples: [7] },
    };
    expect(sampleContext({ properties })).toEqual({ a: 3, b: 'x', c: 'p', d: 7 });
  });

  test('has numbers inside their bounds', () => {
    const properties = {
      a: { type: 'integer', minimum: 3 },
      b: { type: 'integer', maximum: -3 },
      c: { type: 'number', minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true },
      d: { type: 'integer', minimum: 3, multipleOf: 5 },
      e: { type: 'number', multipleOf: 0.1, minimum: 0.25 },
      f: { type: 'integer', minimum: 3, exclusiveMinimum: true },
    };
    expect(sampleContext({ properties })).toEqual({ a: 3, b: -3, c: 0.5, d: 5, e: 0.3, f: 4 });
  });

  test('has different items where they must be unique', () => {
    const items = { type: 'array', minItems: 3, uniqueItems: true };
    const properties = {
      a: { ...items, items: { type: 'string' } },
      b: { ...items, items: { type: 'string', pattern: '^[a-c]$' } },
      c: { ...items, items: { type: 'object', properties: { id: { type: 'integer' } } } },
      d: { ...items, items: { enum: [1, 2, 3] } },
      e: { ...items, items: { type: 'integer', default: 2, enum: [1, 2, 3] } },
      f: { ...items, items: { type: 'string', default: 'sample' } },
    };
    valid({ properties });
  });

  test('follows references, all of allOf and the first of oneOf, and ends where a schema contains itself', () => {
    valid({
      definitions: {
        id: { type: 'integer', minimum: 7 },
        tree: { type: 'array', items: { $ref: '#/definitions/tree' } },
      },
      properties: {
        a: { $ref: '#/definitions/id' },
        b: { allOf: [{ type: 'string', minLength: 3 }, { minLength: 9 }] },
        c: { oneOf: [{ type: 'integer' }, { type: 'string' }] },
        d: { $ref: '#/definitions/tree' },
      },
    });
  });

  test('is not empty where the schema lists nothing', () => {
    expect(sampleContext(undefined)).toEqual({ sample: true });
    expect(sampleContext({ type: 'object' })).toEqual({ sample: true });
  });

  const templates = fixtureFiles('upstream-templates').flatMap(({ name, text }) => {
    const result = parseTemplate(text);
    return result.kind === 'parsed' && result.template.schema
      ? [{ name, schema: result.template.schema }]
      : [];
  });

  test.skipIf(templates.length === 0).each(templates)(
    'passes for the published template $name',
    ({ schema }) => {
      valid(schema);
    },
  );
});

const RUBY_PATTERN = '\\A[0-9a-f]{8}-[0-9a-f]{4}\\z';

/** The library checks more formats than Tasker does, and knows no Ruby anchors. */
function forTheLibrary(schema: JsonObject): JsonObject {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'format' || value === RUBY_PATTERN ? undefined : value,
    ),
  );
}

test('ordinary validation agrees with an independent library', () => {
  const context = fc.dictionary(fc.constantFrom('id', 'items', 'type', 'x y'), fc.jsonValue(), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(arbitrarySchema.map(forTheLibrary), context, fc.boolean(), (schema, given, isSample) => {
      const data = isSample ? sampleContext(schema) : given;
      const json: JsonObject = JSON.parse(JSON.stringify(data));
      const ours = validateContext(schema, json, 'ordinary');
      const library = new Validator({ ...schema }, '7', true);
      // Defaults are filled in before; the library does not fill in any.
      expect(ours.valid).toBe(library.validate(ours.withDefaults).valid);
    }),
    { numRuns: 300 },
  );
});
