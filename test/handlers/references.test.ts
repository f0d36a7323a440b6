import { describe, expect, it } from 'vitest';
import { referencedSteps, resolveReferences } from '../../src-engine/handlers/references.ts';

const CONTEXT = { customer: { email: 'a@example.test' } };
const RESULTS: Record<string, { total: number; items: string[] }> = {
  validate_cart: { total: 124.76, items: ['x', 'y'] },
};

function resolve(value: Parameters<typeof resolveReferences>[0]) {
  return resolveReferences(value, CONTEXT, (name) => RESULTS[name]);
}

describe('results that refer to what came before', () => {
  it('a string that is one reference becomes the value itself, type and all', () => {
    expect(resolve({ amount: '${validate_cart.total}', all: '${validate_cart}' })).toEqual({
      amount: 124.76,
      all: RESULTS['validate_cart'],
    });
  });

  it('a reference inside a longer text is written into it', () => {
    expect(resolve('to ${context.customer.email}, ${validate_cart.total} USD, ${validate_cart.items}')).toBe(
      'to a@example.test, 124.76 USD, ["x","y"]',
    );
  });

  it('reaches into lists by position, and what is not there is null', () => {
    expect(resolve(['${validate_cart.items.1}', '${validate_cart.nope.deep}', '${unknown_step.x}'])).toEqual([
      'y',
      null,
      null,
    ]);
  });

  it('names the steps it wants to read, the context excepted', () => {
    expect(referencedSteps({ a: '${one.x} ${two}', b: ['${context.y}', 3, null] })).toEqual(['one', 'two']);
  });
});
