import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateView as schema } from '../../../src-engine/api/contract/template-schemas.ts';
import { templateView } from '../../../src-engine/api/views/template-view.ts';

const DIAMOND = `name: shop/order
namespace_name: shop
version: 1.0
task_handler_class: Order
default_dependent_system: warehouse
step_templates:
  - name: fetch
    description: Reads the order
    handler_class: Fetch
    # stays with fetch

  - name: pay
    handler_class: Pay
    depends_on_step: fetch
    dependent_system: bank
    default_retry_limit: 5
    default_retryable: false
  - {name: pack, handler_class: Pack, depends_on_step: fetch}
  - name: ship
    handler_class: Ship
    depends_on_steps: [pay, pack, fetch]
environments:
  test:
    step_templates:
      - name: pay
        default_retry_limit: 1
`;

const stepsOf = (names: readonly string[], parents: Readonly<Record<string, string>> = {}): string =>
  [
    'step_templates:',
    ...names.map((name) => {
      const parent = parents[name];
      return `  - {name: ${name}${parent === undefined ? '' : `, depends_on_step: ${parent}`}}`;
    }),
  ].join('\n');

describe('a valid template', () => {
  const view = templateView(DIAMOND);
  const pay = view.steps.find(({ id }) => id === 'pay');

  test('is told with its names, environments and no problems', () => {
    expect(view).toMatchObject({ isValid: true, isBroken: false, name: 'shop/order', namespace: 'shop' });
    expect(view.environments).toEqual(['test']);
    expect(view.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('keeps a version as it is written', () => {
    expect(view.version).toBe('1.0');
  });

  test('has levels, edges and the longest chain', () => {
    expect(view.steps.map(({ id, level }) => [id, level])).toEqual([
      ['fetch', 0],
      ['pay', 1],
      ['pack', 1],
      ['ship', 2],
    ]);
    expect(view.edges).toContainEqual({ from: 'fetch', to: 'ship' });
    expect(view.edges).toHaveLength(5);
    expect(view.criticalPath).toEqual(['fetch', 'pay', 'ship']);
    expect(view.cycles).toEqual([]);
  });

  test('says of a step what the text says of it, and nothing else', () => {
    expect(pay).toMatchObject({
      handlerClass: 'Pay',
      dependentSystem: 'bank',
      retryLimit: 5,
      retryable: false,
    });
    expect(pay).not.toHaveProperty('description');
    expect(view.steps[0]).toMatchObject({ description: 'Reads the order', dependentSystem: 'warehouse' });
    expect(view.steps[0]).not.toHaveProperty('retryLimit');
  });

  test('knows where a step and its name stand', () => {
    const texts = view.steps.map(({ nameRange, stepRange }) =>
      [nameRange, stepRange].map(({ offset, length }) => DIAMOND.slice(offset, offset + length)),
    );
    expect(texts[0]).toEqual(['fetch', expect.stringMatching(/^- name: fetch[^]*handler_class: Fetch$/)]);
    expect(texts[1]?.[1]).toMatch(/^- name: pay[^]*default_retryable: false$/);
    expect(texts[2]?.[1]).toBe('- {name: pack, handler_class: Pack, depends_on_step: fetch}');
    expect(texts[3]?.[1]).toMatch(/fetch\]$/);
  });

  test('is shown as its environment makes it', () => {
    const steps = templateView(DIAMOND, { environment: 'test' }).steps;
    expect(steps.find(({ id }) => id === 'pay')?.retryLimit).toBe(1);
    const unknown = templateView(DIAMOND, { environment: 'nowhere' });
    expect(unknown.problems.map(({ code }) => code)).toContain('unknown-environment');
    expect(unknown.steps).toEqual(view.steps);
  });
});

describe('a text that is no valid template', () => {
  test('a broken one shows what could be recovered', () => {
    const view = templateView(`${stepsOf(['a', 'b'], { b: 'a' })}\n  - name: "c`);
    expect(view).toMatchObject({ isValid: false, isBroken: true, edges: [{ from: 'a', to: 'b' }] });
    expect(view.problems.map(({ code }) => code)).toContain('yaml-syntax');
  });

  test('steps of one name get ids of their own, and edges mean the first', () => {
    const view = templateView(stepsOf(['a', 'a', 'a#2', 'a', 'b'], { b: 'a' }));
    expect(view.steps.map(({ id }) => id)).toEqual(['a', 'a#3', 'a#2', 'a#4', 'b']);
    expect(view.edges).toEqual([{ from: 'a', to: 'b' }]);
  });

  test('a cycle is a closed way, and leaves no longest chain', () => {
    const view = templateView(stepsOf(['a', 'b', 'c'], { a: 'b', b: 'a' }));
    expect(view.cycles).toEqual([['a', 'b', 'a']]);
    expect(view.criticalPath).toEqual([]);
    expect(view.steps.map(({ level }) => level)).toEqual([0, 0, 0]);
  });

  test('an unknown parent is no edge', () => {
    expect(templateView(stepsOf(['a'], { a: 'nobody' })).edges).toEqual([]);
  });

  test.each(['', '[]', 'a: b', '\0'])('%j has no steps', (text) => {
    expect(templateView(text)).toMatchObject({ isValid: false, steps: [], edges: [], criticalPath: [] });
  });
});

test('whatever is cut out of a template, the view has the shape of the contract and its places lie in the text', () => {
  fc.assert(
    fc.property(fc.nat(DIAMOND.length), fc.nat(40), (at, length) => {
      const text = DIAMOND.slice(0, at) + DIAMOND.slice(at + length);
      const view = templateView(text);
      expect(schema.parse(view)).toEqual(view);
      for (const { stepRange, nameRange } of view.steps) {
        for (const range of [stepRange, nameRange])
          expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
