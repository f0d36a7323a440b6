/** Groups `schema` and `strictness`. */
import type { RuleCase } from './rule-case.ts';
import { withSchema } from './texts.ts';

const object = (required: string, ...properties: readonly string[]): string =>
  withSchema(
    'type: object',
    `required: [${required}]`,
    'properties:',
    ...properties.map((line) => `  ${line}`),
  );

export const SCHEMA_CASES: readonly RuleCase[] = [
  {
    code: 'schema-draft',
    wrong: withSchema('$schema: http://json-schema.org/draft-07/schema#', 'type: object'),
    right: withSchema('type: object'),
    fixed: withSchema('type: object'),
  },
  {
    code: 'unchecked-format',
    wrong: object('day', 'day:', '  type: string', '  format: date'),
    right: object('day', 'day:', '  type: string', '  format: date-time'),
    fixed: object('day', 'day:', '  type: string', '  format: date', '  pattern: ^\\d{4}-\\d{2}-\\d{2}$'),
  },
  {
    code: 'integer-literal-only',
    wrong: object('count', 'count: { type: integer }'),
    right: object('count', 'count: { type: number, multipleOf: 1 }'),
  },
  {
    code: 'default-not-written',
    wrong: object('', 'priority: { type: string, default: standard }'),
    right: object('priority', 'priority: { type: string }'),
  },
  {
    code: 'default-type-mismatch',
    wrong: object('', 'count: { type: integer, default: 1.0 }'),
    right: object('', 'count: { type: integer, default: 1 }'),
  },
  {
    code: 'default-type-mismatch',
    wrong: object('', 'count: { type: integer, default: "1" }'),
    right: object('', 'count: { type: number, default: 1 }'),
    isForTests: true,
  },
  {
    code: 'property-without-type',
    wrong: object('order_id', 'order_id: {}'),
    right: object('order_id', 'order_id: { type: integer }'),
  },
  {
    code: 'unknown-schema-type',
    wrong: object('order_id', 'order_id: { type: int }'),
    right: object('order_id', 'order_id: { type: integer }'),
    fixed: object('order_id', 'order_id: { type: integer }'),
  },
  {
    code: 'schema-keyword-ignored',
    wrong: object('order_id', 'order_id: { type: integer, minimun: 1 }'),
    right: object('order_id', 'order_id: { type: integer, minimum: 1 }'),
    fixed: object('order_id', 'order_id: { type: integer, minimum: 1 }'),
  },
  {
    code: 'schema-keyword-ignored',
    wrong: object('note', 'note: { type: string, nullable: true }'),
    right: object('note', 'note: { type: [string, "null"] }'),
    isForTests: true,
  },
  {
    code: 'optional-property-required',
    wrong: object('order_id', 'order_id: { type: integer }', 'note: { type: string }'),
    right: object('order_id, note', 'order_id: { type: integer }', 'note: { type: string }'),
    fixed: object('order_id, note', 'order_id: { type: integer }', 'note: { type: string }'),
  },
  {
    code: 'optional-property-required',
    wrong: withSchema('type: object', 'properties:', '  note:', '    type: string'),
    right: withSchema('type: object', 'properties:', '  note:', '    type: string', '    default: none'),
    fixed: withSchema('type: object', 'properties:', '  note:', '    type: string', 'required:', '  - note'),
    isForTests: true,
  },
  {
    code: 'unknown-properties-refused',
    wrong: withSchema('type: object', 'required: [note]', 'properties:', '  note: { type: string }'),
    right: withSchema(
      'type: object',
      'required: [note]',
      'additionalProperties: true',
      'properties:',
      '  note: { type: string }',
    ),
    fixed: withSchema(
      'type: object',
      'required: [note]',
      'properties:',
      '  note: { type: string }',
      'additionalProperties: true',
    ),
  },
  {
    code: 'required-not-listed',
    wrong: object('order_idd', 'order_id: { type: integer }'),
    right: object('order_id', 'order_id: { type: integer }'),
    fixed: object('order_id', 'order_id: { type: integer }'),
  },
  {
    code: 'required-not-listed',
    wrong: object('order_id, customer', 'order_id: { type: integer }'),
    right: object('order_id', 'order_id: { type: integer }'),
    fixed: object('order_id', 'order_id: { type: integer }'),
    isForTests: true,
  },
  {
    code: 'required-not-a-list',
    wrong: object('order_id', 'order_id: { type: integer, required: true }'),
    right: object('order_id', 'order_id: { type: integer }'),
  },
  {
    code: 'unsatisfiable-schema',
    wrong: object('count', 'count: { type: integer, minimum: 5, maximum: 3 }'),
    right: object('count', 'count: { type: integer, minimum: 3, maximum: 5 }'),
  },
];
