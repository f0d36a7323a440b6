/** Schemas that can be satisfied, for property tests. */
import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../../src-engine/template/template.ts';

const text = fc.record(
  {
    type: fc.constant('string'),
    minLength: fc.integer({ min: 0, max: 12 }),
    maxLength: fc.integer({ min: 12, max: 30 }),
  },
  { requiredKeys: ['type'] },
);

const pattern = fc.record({
  type: fc.constant('string'),
  pattern: fc.constantFrom(
    '^[A-Z]{3}-\\d{4}$',
    '^(red|green)$',
    '\\d+',
    '^a?b*c+$',
    '^[^a-z]{2,}$',
    '^\\+?[0-9]{7,15}$',
    '^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$',
    '\\A[0-9a-f]{8}-[0-9a-f]{4}\\z',
  ),
});

const format = fc.record({
  type: fc.constant('string'),
  format: fc.constantFrom('date-time', 'ipv4', 'ipv6', 'uri', 'email', 'date', 'hostname', 'unheard-of'),
});

const number = fc.record(
  {
    type: fc.constantFrom('integer', 'number'),
    minimum: fc.integer({ min: -50, max: 50 }),
    maximum: fc.integer({ min: 200, max: 300 }),
    multipleOf: fc.constantFrom(1, 2, 5, 0.5, 0.1, 7),
  },
  { requiredKeys: ['type'] },
);

const simple: fc.Arbitrary<JsonObject> = fc.oneof(
  text,
  pattern,
  format,
  number,
  fc.constant({}),
  fc.record({ type: fc.constantFrom('boolean', 'null', 'object', 'array', 'string') }),
  fc.record({ enum: fc.array(fc.constantFrom<Json>('a', 1, null, true, [1], { k: 1 }), { minLength: 1 }) }),
  fc.record({ const: fc.constantFrom<Json>('a', 1, null) }),
  fc.record({ type: fc.constant('integer'), default: fc.integer() }),
  fc.record({ type: fc.array(fc.constantFrom('string', 'null', 'integer'), { minLength: 1 }) }),
);

const name = fc.constantFrom('id', 'items', 'type', 'constructor', '__proto__', 'x y', 'a/b');

export const arbitrarySchema: fc.Arbitrary<JsonObject> = fc.letrec<{ any: JsonObject; object: JsonObject }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { arbitrary: simple, weight: 4 },
      { arbitrary: tie('object'), weight: 2 },
      {
        arbitrary: fc.record(
          {
            type: fc.constant('array'),
            items: tie('any'),
            minItems: fc.integer({ min: 0, max: 3 }),
          },
          { requiredKeys: ['type'] },
        ),
        weight: 1,
      },
      { arbitrary: fc.record({ anyOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }) }), weight: 1 },
    ),
    object: fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('any'), { minKeys: 1, maxKeys: 4 }),
        required: fc.constant(['id']),
        additionalProperties: fc.constant(true),
      },
      { requiredKeys: ['type', 'properties', 'additionalProperties'] },
    ),
  }),
).object;
