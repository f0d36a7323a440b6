import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { codes, marked, MINIMAL, parsed, problem, withStep, withSteps, withTop } from './texts.ts';

describe('a template', () => {
  test('T-1: the smallest one is filled with defaults', () => {
    const text = MINIMAL.replace('default_dependent_system: shop\n', '');
    expect(parsed(text)).toEqual({
      name: 'orders',
      namespaceName: 'default',
      version: '0.1.0',
      taskHandlerClass: 'Orders',
      environments: [],
      steps: [
        {
          name: 'fetch',
          description: 'fetch',
          handlerClass: 'FetchHandler',
          defaultRetryable: true,
          defaultRetryLimit: 3,
          skippable: false,
          dependsOn: [],
          customEvents: [],
        },
      ],
    });
  });

  test('T-2: a missing name is told in the words of the upstream validator', () => {
    const { message, line, path } = problem(MINIMAL.replace('name: orders\n', ''), 'missing-key');
    expect(message).toContain(
      "Invalid task handler configuration: The property '#/' did not contain a required property of 'name'",
    );
    expect({ line, path }).toEqual({ line: 1, path: '' });
  });

  test('T-2: a step without handler class is told with its path', () => {
    const { message, line, path } = problem(withSteps('- name: fetch'), 'missing-key');
    expect(message).toContain(
      "The property '#/step_templates/0' did not contain a required property of 'handler_class'",
    );
    expect({ line, path }).toEqual({ line: 5, path: '/step_templates/0' });
  });

  test('T-3: no steps, unknown keys, a float as version and a negative limit are accepted with a remark', () => {
    const noSteps = withSteps().replace('step_templates:', 'step_templates: []');
    expect(parsed(noSteps).steps).toEqual([]);
    expect(codes(noSteps)).toEqual(['no-steps']);
    expect(codes(withTop('colour: blue'))).toEqual(['ignored-key']);
    expect(parsed(withTop('version: 1.0')).version).toBe('1.0');
    expect(codes(withTop('version: 1.0'))).toEqual(['unquoted-version', 'version-format']);
    expect(parsed(withStep('default_retry_limit: -1')).steps[0]?.defaultRetryLimit).toBe(-1);
    expect(codes(withStep('default_retry_limit: -1'))).toEqual(['no-attempts']);
  });

  test.each([
    ['default_retry_limit: "3"', 'default_retry_limit', 'string', 'integer'],
    ['default_retry_limit: 3.0', 'default_retry_limit', 'number', 'integer'],
    ['default_retry_limit:', 'default_retry_limit', 'null', 'integer'],
    ['depends_on_step: [x]', 'depends_on_step', 'array', 'string'],
    ['depends_on_steps: x', 'depends_on_steps', 'string', 'array'],
    ['depends_on_steps: [1]', 'depends_on_steps/0', 'integer', 'string'],
    ['handler_config:', 'handler_config', 'null', 'object'],
    ['default_retryable: "yes"', 'default_retryable', 'string', 'boolean'],
  ])('T-4: `%s` is refused with path and type found', (line, path, found, wanted) => {
    expect(problem(withStep(line), 'wrong-type')).toMatchObject({
      message: expect.stringContaining(
        `The property '#/step_templates/0/${path}' of type ${found} did not match the following type: ${wanted}`,
      ),
      line: 7,
    });
  });

  test.each([
    ['concurrent: "yes"', 'string', 'boolean'],
    ['schema:', 'null', 'object'],
    ['named_steps: fetch', 'string', 'array'],
    ['module_namespace: ~', 'null', 'string'],
  ])('T-4: `%s` at the top is refused with path and type found', (line, found, wanted) => {
    const { message } = problem(withTop(line), 'wrong-type');
    expect(message).toContain(`' of type ${found} did not match the following type: ${wanted}`);
  });

  test('T-4: a custom event without name is refused with its path', () => {
    const { message } = problem(withStep('custom_events:', '  - description: x'), 'missing-key');
    expect(message).toContain(
      "'#/step_templates/0/custom_events/0' did not contain a required property of 'name'",
    );
  });

  test('T-12: custom events are kept to be shown, and said to be dropped', () => {
    const text = withStep('custom_events:', '  - name: order.fetched', '    description: done');
    expect(parsed(text).steps[0]?.customEvents).toEqual([{ name: 'order.fetched', description: 'done' }]);
    expect(problem(text, 'custom-events-dropped').severity).toBe('info');
  });

  test('T-11: the same text parsed twice gives equal templates', () => {
    expect(parseTemplate(MINIMAL)).toEqual(parseTemplate(MINIMAL));
  });

  test('all keys arrive in the template', () => {
    const template = parsed(
      withTop(
        'namespace_name: shop',
        'version: 2.1.0',
        'module_namespace: Shop',
        'named_steps: [fetch]',
        'description: d',
      )
        .replace(
          'step_templates',
          'schema: { type: object, properties: { on: { type: integer } } }\nstep_templates',
        )
        .concat('    dependent_system: other\n    skippable: true\n    default_retryable: false\n'),
    );
    expect(template).toMatchObject({
      namespaceName: 'shop',
      version: '2.1.0',
      moduleNamespace: 'Shop',
      defaultDependentSystem: 'shop',
      namedSteps: ['fetch'],
      description: 'd',
      schema: { type: 'object', properties: { on: { type: 'integer' } } },
      steps: [{ dependentSystem: 'other', skippable: true, defaultRetryable: false }],
    });
  });

  test('every problem of a text is found in one pass, in the order of the text', () => {
    const text = withSteps(
      '- name: a',
      '  handler_class: 1',
      '  depends_on_step: b',
      '- name: a',
      '  retry_limit: 2',
    );
    expect(codes(text)).toEqual([
      'wrong-type',
      'unknown-dependency',
      'missing-key',
      'duplicate-step-name',
      'unknown-key',
    ]);
  });

  test('a problem points at the characters it is about', () => {
    const text = withStep('depends_on_step: fetsch');
    const found = problem(text, 'unknown-dependency');
    expect(marked(text, found)).toBe('fetsch');
    expect(found).toMatchObject({ line: 7, column: 22, path: '/step_templates/0/depends_on_step' });
    expect(found.hint).toBe("Did you mean 'fetch'?");
  });
});
