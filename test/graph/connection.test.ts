import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalInWords, refusedConnection } from '../../src-engine/graph/connection.ts';
import { findIndexCycles } from '../../src-engine/graph/cycles.ts';

const edge = (from: string, to: string) => ({ from, to });
const CHAIN = [edge('validate', 'pay'), edge('pay', 'ship')];

test('a step cannot wait for itself, nor twice for the same one', () => {
  expect(refusedConnection(CHAIN, 'pay', 'pay')).toEqual({ kind: 'self' });
  expect(refusedConnection(CHAIN, 'pay', 'ship')).toEqual({ kind: 'exists' });
});

test('an edge that would close a circle is refused with the whole way round', () => {
  const refusal = refusedConnection(CHAIN, 'ship', 'validate');
  expect(refusal).toEqual({ kind: 'cycle', way: ['validate', 'pay', 'ship'] });
  expect(refusal === null ? '' : refusalInWords(refusal, 'ship', 'validate')).toBe(
    'That would be a cycle: validate → pay → ship → validate.',
  );
});

test('an edge that only shortens a way is allowed', () => {
  expect(refusedConnection(CHAIN, 'validate', 'ship')).toBeNull();
});

test('of an acyclic graph exactly those edges are refused as cycles that make one', () => {
  const anyEdges = fc.uniqueArray(
    fc.tuple(fc.nat(7), fc.nat(7)).filter(([from, to]) => from < to),
    { selector: ([from, to]) => `${from}>${to}` },
  );
  fc.assert(
    fc.property(anyEdges, fc.nat(7), fc.nat(7), (edges, from, to) => {
      fc.pre(from !== to);
      const named = edges.map(([one, other]) => edge(String(one), String(other)));
      const parents = Array.from({ length: 8 }, (_, child) =>
        [...edges, [from, to] as const].filter(([, end]) => end === child).map(([start]) => start),
      );
      const isCycle = refusedConnection(named, String(from), String(to))?.kind === 'cycle';
      expect(isCycle).toBe(findIndexCycles(parents).length > 0);
    }),
  );
});
