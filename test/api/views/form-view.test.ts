import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formView } from '../../../src-engine/api/views/form-view.ts';
import type { FormOverride } from '../../../src-engine/api/views/form-view.ts';

const TEXT = `name: order
version: 1.0
task_handler_class: Order
configuration: {a: 1}
step_templates:
  - name: fetch
    handler_class: Fetch
    default_retry_limit: 5
    handler_config:
      type: api
      url: http://shop
      params:
        page: 1
  - handler_class: Nameless
  - name: pay
    handler_class: Pay
    default_retryable: no
environments:
  production:
    version: '2.0.0'
    step_templates:
      - name: pay
        default_retry_limit: 9
      - name: fetch
        default_retry_limit: 7
        handler_config:
          params: {size: 50}
  test:
  staging:
    name: staged
`;

const shown = (text: string, { offset, length }: { offset: number; length: number }): string =>
  text.slice(offset, offset + length);

const override = (overrides: readonly FormOverride[], name: string): FormOverride | undefined =>
  overrides.find(({ environment }) => environment === name);

describe('the head of a template', () => {
  const { template } = formView(TEXT);

  test('is every key that was given, the ignored ones included, but no steps and no environments', () => {
    expect(template.path).toEqual([]);
    expect(template.base).toEqual({
      name: 'order',
      version: 1,
      task_handler_class: 'Order',
      configuration: { a: 1 },
    });
  });

  test('knows what each environment says and what becomes of it', () => {
    expect(template.overrides.map(({ environment, missing }) => [environment, missing])).toEqual([
      ['production', 'nothing'],
      ['test', 'environment'],
      ['staging', 'nothing'],
    ]);
    const production = override(template.overrides, 'production');
    expect(production).toMatchObject({
      path: ['environments', 'production'],
      given: { version: '2.0.0' },
      others: 2,
    });
    expect(production?.effective['version']).toBe('2.0.0');
    expect(override(template.overrides, 'test')?.effective).toEqual(template.base);
  });

  test('has the place of every value, and the characters of what is no text', () => {
    const facts = template.facts['/version'];
    expect(facts?.source).toBe('1.0');
    expect(shown(TEXT, facts?.range ?? { offset: 0, length: 0 })).toBe('version: 1.0');
    expect(template.facts['/environments/production/version']?.source).toBeUndefined();
    expect(template.facts['/environments/test']).toBeDefined();
    expect(template.facts['/environments']).toBeDefined();
    expect(template.facts['/step_templates/0/name']).toBeUndefined();
  });
});

describe('a step', () => {
  test('is found by its index, also behind one without a name', () => {
    const { step, steps } = formView(TEXT, 2);
    expect(step?.path).toEqual(['step_templates', 2]);
    expect(step?.base).toEqual({ name: 'pay', handler_class: 'Pay', default_retryable: false });
    expect(step?.facts['/step_templates/2/default_retryable']?.source).toBe('no');
    expect(steps).toEqual(['fetch', 'pay']);
  });

  test('has its overrides by environment, maps merged', () => {
    const production = override(formView(TEXT, 0).step?.overrides ?? [], 'production');
    expect(production).toMatchObject({
      path: ['environments', 'production', 'step_templates', 1],
      missing: 'nothing',
      given: { default_retry_limit: 7, handler_config: { params: { size: 50 } } },
      others: 1,
    });
    expect(production?.effective).toMatchObject({
      default_retry_limit: 7,
      handler_config: { type: 'api', params: { page: 1, size: 50 } },
    });
  });

  test('that an environment does not name yet would be put at the end of its list', () => {
    const { overrides = [] } = formView(TEXT, 1).step ?? {};
    expect(overrides.map(({ missing, path }) => [missing, path.at(-1)])).toEqual([
      ['entry', 2],
      ['environment', 0],
      ['list', 0],
    ]);
  });

  test('that the text does not have is null', () => {
    expect(formView(TEXT, 9).step).toBeNull();
    expect(formView('', 0)).toMatchObject({ isBroken: false, step: null, steps: [] });
  });
});

test('a text with a syntax error says so, and gives what could be recovered', () => {
  const view = formView(`${TEXT}  broken: [`, 0);
  expect(view.isBroken).toBe(true);
  expect(view.template.base['name']).toBe('order');
});

test('no text breaks it, and every place lies in the text', () => {
  const piece = fc.constantFrom(...TEXT.split(/(?<=\n)/), '\t', '- ', ': ', '[', '{', '&a ', '*a', '"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(3), (pieces, step) => {
      const text = pieces.join('');
      const view = formView(text, step);
      for (const { range } of Object.values({ ...view.template.facts, ...view.step?.facts }))
        expect(range.offset >= 0 && range.length >= 0 && range.offset + range.length <= text.length).toBe(
          true,
        );
    }),
    { numRuns: 200 },
  );
});
