import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withStep, withSteps, withTop } from '../template/texts.ts';
import { exported, HOSTILE, notesOn, textOf, VALID } from './exports.ts';

/** What the successor's loader, its declared ranges and its registry accept. */
const backoff = z.enum(['none', 'linear', 'exponential', 'fibonacci']);
const retry = z.strictObject({
  retryable: z.boolean(),
  max_attempts: z.number().int().min(1).max(100),
  backoff,
  backoff_base_ms: z.number().int().min(100).max(3_600_000),
  max_backoff_ms: z.number().int().min(1000).max(3_600_000),
});
const event = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  condition: z.enum(['success', 'failure', 'retryable_failure', 'permanent_failure', 'always']),
  schema: z.record(z.string(), z.unknown()),
  delivery_mode: z.enum(['durable', 'fast', 'broadcast']),
});
const map = z.record(z.string(), z.unknown());
const timeout = z.number().int().min(1).max(3600).optional();
const step = z.strictObject({
  name: z.string().min(1).max(255),
  description: z.string().optional(),
  handler: z.strictObject({ callable: z.string().min(1).max(500), initialization: map.optional() }),
  system_dependency: z.string().optional(),
  dependencies: z.array(z.string()),
  retry,
  timeout_seconds: timeout,
  publishes_events: z.array(event).optional(),
});
const override = z.strictObject({
  name: z.string(),
  handler: z.strictObject({ initialization: map }).optional(),
  timeout_seconds: timeout,
  retry: retry.optional(),
});
const template = z
  .strictObject({
    name: z.string().min(1).max(255),
    namespace_name: z.string().min(1).max(29),
    version: z.string().min(1).max(50),
    description: z.string().optional(),
    system_dependencies: z.strictObject({ primary: z.string(), secondary: z.array(z.string()) }),
    input_schema: map.optional(),
    steps: z.array(step),
    environments: z.record(z.string(), z.strictObject({ steps: z.array(override) })).optional(),
  })
  .refine(({ steps }) => {
    const names = new Set(steps.map(({ name }) => name));
    return steps.every(({ dependencies }) => dependencies.every((name) => names.has(name)));
  });

function core(text: string, environment?: string) {
  const result = exported(text, 'tasker-core', environment === undefined ? {} : { environment });
  return { ...template.parse(parse(textOf(result))), notes: result.notes };
}

describe('the format of tasker-core', () => {
  test.each([...VALID, { name: 'hostile', text: HOSTILE }])('$name follows its rules', ({ text }) => {
    const { notes, environments } = core(text);
    expect(notesOn(notes, '/task_handler_class')).toHaveLength(1);
    for (const environment of Object.keys(environments ?? {})) core(text, environment);
  });

  test('keys have their places, defaults are written out', () => {
    const text = withSteps(
      '- { name: a, handler_class: A, handler_config: { timeout: 2.5, x: 1 }, dependent_system: other }',
      '- { name: b, handler_class: B, description: second, depends_on_step: a, depends_on_steps: [a] }',
    );
    const retry = {
      retryable: true,
      max_attempts: 3,
      backoff: 'exponential',
      backoff_base_ms: 1000,
      max_backoff_ms: 30_000,
    };
    expect(core(text)).toMatchObject({
      namespace_name: 'default',
      version: '0.1.0',
      system_dependencies: { primary: 'shop', secondary: [] },
      steps: [
        {
          name: 'a',
          handler: { callable: 'A', initialization: { timeout: 2.5, x: 1 } },
          timeout_seconds: 3,
          system_dependency: 'other',
          dependencies: [],
          retry,
        },
        { name: 'b', description: 'second', handler: { callable: 'B' }, dependencies: ['a'], retry },
      ],
    });
  });

  test('what is refused there is changed, and noted', () => {
    const namespace = 'a_namespace_longer_than_29_characters';
    const { notes, ...cut } = core(withTop(`namespace_name: ${namespace}`));
    expect(cut.namespace_name).toBe(namespace.slice(0, 29));
    expect(notesOn(notes, '/namespace_name')).toHaveLength(1);
    const never = core(withStep('default_retry_limit: 0'));
    expect(never.steps[0]?.retry.max_attempts).toBe(1);
    expect(notesOn(never.notes, '/step_templates/0/default_retry_limit')[0]).toContain('never runs');
    expect(core(withStep('default_retry_limit: 5000')).steps[0]?.retry.max_attempts).toBe(100);
  });

  test('what has no place there is noted with its place here', () => {
    const text = `${withStep('skippable: true', 'colour: red', 'custom_events: [{ name: paid }]')}concurrent: false
named_steps: [fetch]
module_namespace: Shop
configuration: { a: 1 }
`;
    const { notes } = core(text);
    const paths = notes.map(({ severity, path }) => `${severity} ${path}`);
    expect(paths.toSorted()).toEqual([
      'info /configuration',
      'info /named_steps',
      'info /step_templates',
      'info /step_templates/0/colour',
      'info /step_templates/0/custom_events/0',
      'warning /concurrent',
      'warning /module_namespace',
      'warning /step_templates/0/custom_events/0/name',
      'warning /step_templates/0/skippable',
      'warning /task_handler_class',
    ]);
  });

  test('the strictness of a schema is written out at every level', () => {
    const { input_schema: schema } = core(
      withTop(
        'schema: { type: object, properties: { a: { type: object, properties: { b: {} }, additionalProperties: true }, c: { default: 1 } } }',
      ),
    );
    expect(schema).toEqual({
      type: 'object',
      properties: {
        a: { type: 'object', properties: { b: {} }, additionalProperties: true, required: ['b'] },
        c: { default: 1 },
      },
      required: ['a'],
      additionalProperties: false,
    });
  });

  test('overrides are what the merge comes to; those of other keys are lost, and noted', () => {
    const text = `${withStep('handler_config: { url: x, params: { a: 1 } }')}environments:
  test:
    version: 2.0.0
    step_templates:
      - { name: fetch, default_retry_limit: 5, description: other, handler_config: { params: { b: 2 } } }
`;
    const { environments, notes } = core(text);
    expect(environments?.['test']?.steps).toMatchObject([
      {
        name: 'fetch',
        handler: { initialization: { url: 'x', params: { a: 1, b: 2 } } },
        retry: { max_attempts: 5, backoff: 'exponential' },
      },
    ]);
    expect(notesOn(notes, '/environments/test/version')).toHaveLength(1);
    expect(notesOn(notes, '/environments/test/step_templates/0/description')).toHaveLength(1);
  });
});
