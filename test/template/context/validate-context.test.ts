import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src-engine/template/template.ts';
import { validateContext } from '../../../src-engine/template/context/validate-context.ts';

function messages(
  schema: JsonObject | undefined,
  context: JsonObject,
  mode: 'strict' | 'ordinary' = 'strict',
) {
  return validateContext(schema, context, mode).errors.map(({ message }) => message);
}

const A = { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } };

describe('strict validation', () => {
  test('V-1: a missing required property is told twice, as upstream does', () => {
    expect(messages(A, { a: 1 })).toEqual([]);
    const message = "The property '#/' did not contain a required property of 'a'";
    expect(messages(A, {})).toEqual([message, message]);
    expect(messages(A, {}, 'ordinary')).toEqual([message]);
  });

  test('V-2: a listed property is required although it is optional', () => {
    const schema = { ...A, properties: { ...A.properties, b: { type: 'string' } } };
    expect(messages(schema, { a: 1 })).toEqual([
      "The property '#/' did not contain a required property of 'b'",
    ]);
    expect(messages(schema, { a: 1 }, 'ordinary')).toEqual([]);
  });

  test('V-3: a default satisfies the check and is not stored in the context given', () => {
    const schema = { ...A, properties: { ...A.properties, b: { type: 'boolean', default: false } } };
    const context = { a: 1 };
    expect(validateContext(schema, context, 'strict')).toEqual({
      valid: true,
      errors: [],
      withDefaults: { a: 1, b: false },
    });
    expect(context).toEqual({ a: 1 });
  });

  test('V-3: a default of null is none, and one of the wrong type is an error', () => {
    expect(messages({ properties: { b: { default: null } } }, { b: 1 })).toEqual([]);
    expect(messages({ properties: { b: { default: null } } }, {})).toHaveLength(1);
    expect(messages({ properties: { b: { type: 'integer', default: 'x' } } }, {})).toHaveLength(1);
  });

  test('V-4: unlisted properties are refused unless the level says something about them', () => {
    expect(messages(A, { a: 1, b: 2, c: 3 })).toEqual([
      "The property '#/' contained undefined properties: 'b, c'",
    ]);
    expect(messages({ ...A, additionalProperties: true }, { a: 1, b: 2 })).toEqual([]);
    expect(messages({ type: 'object' }, { anything: 2 })).toEqual([]);
    expect(messages({ ...A, patternProperties: { '^x': {} } }, { a: 1, x1: 2 })).toEqual([]);
    expect(messages({ ...A, additionalProperties: false }, { a: 1, b: 2 })).toEqual([
      `The property '#/' contains additional properties ["b"] outside of the schema when none are allowed`,
    ]);
  });

  test('V-5: strictness holds at every level', () => {
    const item = {
      type: 'object',
      required: ['p'],
      properties: { p: { type: 'integer' }, q: { type: 'integer' } },
    };
    const schema = { properties: { l: { type: 'array', items: item } } };
    expect(validateContext(schema, { l: [{ p: 1, q: 1 }, { p: 1 }] }, 'strict').errors).toEqual([
      { path: '/l/1', message: "The property '#/l/1' did not contain a required property of 'q'" },
    ]);
  });

  test.each([
    [{ enum: ['x', 1, null] }, 'y', `value "y" did not match one of the following values: x, 1, null`],
    [{ minimum: 5 }, 4, 'did not have a minimum value of 5, inclusively'],
    [{ maximum: 5, exclusiveMaximum: true }, 5, 'did not have a maximum value of 5, exclusively'],
    [{ minLength: 3 }, 'ab', 'was not of a minimum string length of 3'],
    [{ maxLength: 1 }, 'ab', 'was not of a maximum string length of 1'],
    [{ pattern: '^a' }, 'b', `value "b" did not match the regex '^a'`],
    [{ multipleOf: 0.1 }, 0.25, 'was not divisible by 0.1'],
    [{ const: 1 }, 2, "value 2 did not match constant '1'"],
    [{ minItems: 2 }, [1], 'did not contain a minimum number of items 2'],
    [{ maxItems: 0 }, [1], 'had more items than the allowed 0'],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      'contained duplicated array values',
    ],
    [{ type: 'integer' }, 'x', 'of type string did not match the following type: integer'],
    [
      { type: ['string', 'null'] },
      1.5,
      'of type number did not match one or more of the following types: string, null',
    ],
    [{ not: {} }, 1, 'of type integer matched the disallowed schema'],
    [{ oneOf: [{}, {}] }, 1, 'of type integer matched more than one of the required schemas'],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, "has a property 'a' that depends on a missing property 'b'"],
  ])('V-6: %j refuses %j with one message', (schema, value, sentence) => {
    expect(messages({ properties: { v: schema } }, { v: value })).toEqual([`The property '#/v' ${sentence}`]);
  });

  test.each([
    ['email', 'nope', true],
    ['date', 'nope', true],
    ['uuid', 'nope', true],
    ['date-time', 'nope', false],
    ['date-time', '2024-02-30T10:00:00Z', false],
    ['date-time', '2024-02-29T10:00:00+02:00', true],
    ['ipv4', '1.2.3.256', false],
    ['ipv4', '1.2.3.4', true],
    ['ipv6', '::1', true],
    ['ipv6', '1:2:3:4:5:6:7:8:9', false],
    ['ipv6', '::ffff:1.2.3.4', true],
    ['uri', 'nope', true],
    ['uri', 'http://a b/', false],
    ['uri', '1http://x', false],
    ['uri', 'https://example.com/a?b#c', true],
  ])('V-7: format %s of %j is valid: %s', (format, value, valid) => {
    expect(validateContext({ properties: { v: { format } } }, { v: value }, 'strict').valid).toBe(valid);
  });

  test('V-8: a null that is allowed is not a property that is missing', () => {
    const schema = { properties: { u: { type: ['string', 'null'] } } };
    expect(messages(schema, { u: null })).toEqual([]);
    expect(messages(schema, {})).toHaveLength(1);
  });

  test('V-10: both the wrong and the unlisted property are told', () => {
    const found = messages(
      { type: 'object', properties: { dummy: { type: 'boolean' } } },
      { bad_param: true, dummy: 12 },
    );
    expect(found).toEqual([
      "The property '#/dummy' of type integer did not match the following type: boolean",
      "The property '#/' contained undefined properties: 'bad_param'",
    ]);
  });

  test('V-11: an optional nested property without default is mandatory', () => {
    const customer = {
      type: 'object',
      required: ['email'],
      properties: { email: { type: 'string' }, phone: { type: 'string' } },
    };
    const schema = { type: 'object', properties: { customer } };
    const context = { customer: { email: 'a@example.com' } };
    expect(messages(schema, context)).toEqual([
      "The property '#/customer' did not contain a required property of 'phone'",
    ]);
    expect(messages(schema, context, 'ordinary')).toEqual([]);
  });
});

describe('any validation', () => {
  test('V-9: an empty context is refused with its own message where the schema has no objection', () => {
    expect(messages(undefined, {})).toEqual(["can't be blank"]);
    expect(messages({ type: 'object' }, {})).toEqual(["can't be blank"]);
    expect(messages(undefined, { a: 1 })).toEqual([]);
  });

  test('the numeric exclusive bounds and contains are unknown to the upstream validator', () => {
    const schema = { properties: { v: { exclusiveMinimum: 5 }, w: { contains: { type: 'string' } } } };
    expect(messages(schema, { v: 5, w: [1] })).toEqual([]);
    expect(messages(schema, { v: 5, w: [1] }, 'ordinary')).toHaveLength(2);
  });

  test('Ruby anchors are understood, and `^` means the start of a line in strict mode', () => {
    expect(messages({ properties: { v: { pattern: '\\Aab\\z' } } }, { v: 'ab' })).toEqual([]);
    expect(messages({ properties: { v: { pattern: '\\Aab\\z' } } }, { v: 'x\nab' })).toHaveLength(1);
    expect(messages({ properties: { v: { pattern: '^ab$' } } }, { v: 'x\nab' })).toEqual([]);
    expect(messages({ properties: { v: { pattern: '^ab$' } } }, { v: 'x\nab' }, 'ordinary')).toHaveLength(1);
    expect(messages({ properties: { v: { pattern: '(' } } }, { v: 'x' })).toHaveLength(1);
  });

  test('references inside the schema are followed, endless ones end', () => {
    const schema = {
      definitions: { id: { type: 'integer' } },
      properties: { v: { $ref: '#/definitions/id' } },
    };
    expect(messages(schema, { v: 'x' })).toHaveLength(1);
    expect(messages({ $ref: '#' }, { v: 1 })).toHaveLength(1);
    expect(messages({ anyOf: [{ $ref: '#' }, { $ref: '#' }] }, { v: 1 })).toHaveLength(1);
    expect(messages({ properties: { v: { $ref: 'http://example.com/x' } } }, { v: 1 })).toHaveLength(1);
  });

  test('draft 3: a property says itself that it is required', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-03/schema#',
      properties: { a: { required: true }, b: {} },
    };
    expect(messages(schema, { c: 1 }, 'ordinary')).toHaveLength(1);
  });

  test('property names of the object prototype are names like others', () => {
    const schema = { properties: { constructor: { type: 'string' } }, required: ['toString'] };
    expect(messages(schema, { constructor: 'x', toString: 1 }, 'ordinary')).toEqual([]);
    expect(messages(schema, { x: 1 })).toHaveLength(3);
  });
});
