import type { Schema as CheckedSchema } from '@cfworker/json-schema';
import { Validator } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EVENT_FIELDS, STEP_FIELDS, TOP_FIELDS } from '../../src-engine/template/check/shape/fields.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { exampleTemplates } from '../examples/example-files.ts';
import { fixtureFiles } from '../support/fixture-files.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

const SCHEMA_TEXT = readFileSync(
  new URL('../../resources/schemas/template.schema.json', import.meta.url),
  'utf8',
);
const SCHEMA: Schema = JSON.parse(SCHEMA_TEXT);
const CHECKED: CheckedSchema = JSON.parse(SCHEMA_TEXT);

/** Valid for Tasker and yet not what the schema describes; the editor warns of each. */
const TOLERATED = /unquoted-version|namespace-not-text/;

const examples = exampleTemplates().map(({ path, text }) => ({ name: path, text }));
const valid = [...examples, ...fixtureFiles('upstream-templates')].filter(({ text }) => {
  const result = parseTemplate(text);
  return result.kind === 'parsed' && !result.problems.some(({ code }) => TOLERATED.test(code));
});

describe('the schema of templates', () => {
  test.each(valid)('accepts $name', ({ text }) => {
    const { valid: isValid, errors } = new Validator(CHECKED, '7', false).validate(parse(text));
    expect(isValid ? [] : errors).toEqual([]);
  });

  test('describes every property, wherever it is used', () => {
    const bare = [...propertiesOf(SCHEMA, '')].filter(([, schema]) => describedBy(schema).length < 20);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test('says every default in words: what is described shows no other', () => {
    const silent = [...propertiesOf(SCHEMA, '')].filter(
      ([, schema]) => schema.default !== undefined && !/default|leaving it out/i.test(describedBy(schema)),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test.each([
    ['template', SCHEMA, TOP_FIELDS],
    ['step', definition('step'), STEP_FIELDS],
    ['custom event', definition('custom_event'), EVENT_FIELDS],
  ])('has the typed keys of a %s as the checks have them', (_, schema, fields) => {
    for (const { key, type } of fields) {
      const property = schema.properties?.[key];
      expect({ key, type: property === undefined ? undefined : resolved(property).type }).toEqual({
        key,
        type,
      });
    }
    const required = fields.filter(({ required }) => required).map(({ key }) => key);
    expect([...(schema.required ?? [])].toSorted()).toEqual(required.toSorted());
  });

  test('has no key of a template that the checks would call a slip', () => {
    const keys = Object.keys(SCHEMA.properties ?? {});
    expect(slips(`${keys.map((key) => `${key}: x`).join('\n')}\n`)).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(['namespace_name', 'version', 'environments', 'tags']));
  });

  test('has no key of a step that the checks would call a slip', () => {
    const keys = Object.keys(definition('step').properties ?? {});
    const lines = keys.map((key, index) => `${index === 0 ? '  - ' : '    '}${key}: x`);
    expect(slips(`step_templates:\n${lines.join('\n')}\n`)).toEqual([]);
  });

  test('offers those keys of an API configuration that survive, and no other', () => {
    const keys = Object.keys(definition('step').properties?.['handler_config']?.properties ?? {});
    expect(dropped([...keys, 'method', 'timeout', 'retries', 'auth'])).toEqual([
      'method',
      'timeout',
      'retries',
      'auth',
    ]);
    expect(keys.toSorted()).toEqual(
      ['type', 'url', 'params', 'ssl', 'headers', 'enable_exponential_backoff', 'retry_delay'].toSorted(),
    );
  });

  test('lets an environment override every key that has an effect, and every key of a step', () => {
    const effective = Object.keys(SCHEMA.properties ?? {}).filter(
      (key) => !slipsOrNotes(`${key}: x\n`).includes(key) && key !== 'environments',
    );
    expect(Object.keys(definition('environment').properties ?? {})).toEqual(
      expect.arrayContaining(effective),
    );
    expect(Object.keys(definition('step_override').properties ?? {}).toSorted()).toEqual(
      Object.keys(definition('step').properties ?? {}).toSorted(),
    );
  });

  test('states the defaults that a template without the keys gets', () => {
    const result = parseTemplate(
      'name: a\ntask_handler_class: A\nstep_templates: [{ name: s, handler_class: S }]\n',
    );
    const { namespaceName, version, steps } = result.kind === 'parsed' ? result.template : expect.fail();
    expect([defaultOf(SCHEMA, 'namespace_name'), defaultOf(SCHEMA, 'version')]).toEqual([
      namespaceName,
      version,
    ]);
    const step = definition('step');
    const keys = ['default_retryable', 'default_retry_limit', 'skippable', 'depends_on_steps'];
    const [first] = steps;
    expect(keys.map((key) => defaultOf(step, key))).toEqual([
      first?.defaultRetryable,
      first?.defaultRetryLimit,
      first?.skippable,
      first?.dependsOn,
    ]);
  });
});

function definition(name: string): Schema {
  return SCHEMA.definitions?.[name] ?? expect.fail(`no definition ${name}`);
}

function defaultOf(schema: Schema, key: string): unknown {
  return schema.properties?.[key]?.default;
}

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : resolved(target(schema.$ref));
}

function target(ref: string): Schema {
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (at, segment) => (typeof at === 'object' && at !== null ? Reflect.get(at, segment) : undefined),
      SCHEMA,
    );
  return found ?? expect.fail(`nothing at ${ref}`);
}

/** The description at the place of use, else the one of what is referred to. */
function describedBy(schema: Schema): string {
  if (schema.description !== undefined || schema.$ref === undefined) return schema.description ?? '';
  return describedBy(target(schema.$ref));
}

function* propertiesOf(schema: Schema, path: string): Generator<readonly [string, Schema]> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield [`${path}/${key}`, property];
    yield* propertiesOf(property, `${path}/${key}`);
  }
  for (const [key, inner] of Object.entries(schema.definitions ?? {})) yield* propertiesOf(inner, `#${key}`);
}

function slips(text: string): readonly string[] {
  const { problems } = parseTemplate(text);
  return problems.filter(({ code }) => code === 'unknown-key').map(({ message }) => message);
}

function slipsOrNotes(text: string): readonly string[] {
  const { problems } = parseTemplate(text);
  return problems
    .filter(({ code }) => code === 'unknown-key' || code === 'ignored-key')
    .map(({ path }) => path.slice(1));
}

/** Keys of an API configuration that are reported as dropped. */
function dropped(keys: readonly string[]): readonly string[] {
  const config = keys.map((key) => `${key}: ${key === 'type' ? 'api' : 'x'}`).join(', ');
  const text = `step_templates: [{ name: a, handler_class: A, handler_config: { ${config} } }]\n`;
  const { problems } = parseTemplate(text);
  return problems.flatMap(({ code, path }) =>
    code === 'api-key-dropped' ? (path.split('/').at(-1) ?? []) : [],
  );
}
