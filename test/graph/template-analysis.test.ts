import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeTemplate } from '../../src-engine/graph/template-analysis.ts';
import { chain, graphs, stepsOf } from './graphs.ts';

describe('template analysis', () => {
  test('G-3: order, ends, levels and summary', () => {
    const result = analyzeTemplate(stepsOf({ z: [], c: ['z'], b: ['z'], a: ['b', 'c'], r2: [] }));
    expect(result.topology).toEqual(['z', 'r2', 'c', 'b', 'a']);
    expect(result.roots).toEqual(['z', 'r2']);
    expect(result.leaves).toEqual(['a', 'r2']);
    expect(Object.fromEntries(result.levels)).toEqual({ z: 0, r2: 0, c: 1, b: 1, a: 2 });
    expect([...result.levels.keys()]).toEqual(result.topology);
    expect(result.summary).toEqual({
      total_steps: 5,
      total_dependencies: 4,
      has_cycles: false,
      max_depth: 2,
      parallel_branches: 2,
    });
  });

  test('G-4: a single dependency that is in the list too counts once, as single', () => {
    const [x, y, z] = stepsOf({ x: [], y: [], z: ['x', 'y'] });
    const steps = [x, y, z].flatMap((step) => step ?? []);
    const result = analyzeTemplate(
      steps.map((step) => (step.name === 'z' ? { ...step, dependsOnStep: 'x' } : step)),
    );
    expect(result.nodes[2]).toMatchObject({ name: 'z', dependencies: ['x', 'y'], dependency_count: 2 });
    expect(result.edges).toEqual([
      { from: 'x', to: 'z', type: 'single' },
      { from: 'y', to: 'z', type: 'multiple' },
    ]);
  });

  test('G-5: no steps', () => {
    expect(analyzeTemplate([])).toEqual({
      nodes: [],
      edges: [],
      topology: [],
      cycles: [],
      levels: new Map(),
      roots: [],
      leaves: [],
      unknown_dependencies: [],
      summary: {
        total_steps: 0,
        total_dependencies: 0,
        has_cycles: false,
        max_depth: 0,
        parallel_branches: 1,
      },
    });
  });

  test.each([
    [{ a: ['a'] }, [['a', 'a']]],
    [
      { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
      [
        ['a', 'b', 'a'],
        ['c', 'd', 'c'],
      ],
    ],
  ])('G-6: with cycles there is no order: %j', (graph, cycles) => {
    const result = analyzeTemplate(stepsOf(graph));
    expect(result).toMatchObject({ cycles, topology: [], levels: new Map() });
    expect(result.summary).toMatchObject({ has_cycles: true, max_depth: 0, parallel_branches: 1 });
  });

  test('G-7: a dependency on an undefined name is reported, and the rest analysed without it', () => {
    const result = analyzeTemplate(stepsOf({ a: [], b: ['a', 'nobody'], c: ['nobody'] }));
    expect(result.unknown_dependencies).toEqual([
      { step: 'b', dependency: 'nobody' },
      { step: 'c', dependency: 'nobody' },
    ]);
    expect(result.topology).toEqual(['a', 'c', 'b']);
    expect(result.nodes[1]?.dependencies).toEqual(['a', 'nobody']);
    expect(result.edges).toEqual([{ from: 'a', to: 'b', type: 'multiple' }]);
  });

  test('G-1: 5,000 steps in a row', () => {
    const { levels, summary } = analyzeTemplate(chain(5000));
    expect([...levels.values()]).toEqual(Array.from({ length: 5000 }, (_, level) => level));
    expect(summary).toMatchObject({ max_depth: 4999, parallel_branches: 1 });
  });

  test('in any graph without cycles, parents come first and a level is one above the highest parent', () => {
    fc.assert(
      fc.property(graphs({ acyclic: true }), (steps) => {
        const { topology, levels, summary } = analyzeTemplate(steps);
        expect([...topology].sort()).toEqual(steps.map(({ name }) => name).sort());
        for (const { name, dependsOn } of steps) {
          for (const parent of dependsOn)
            expect(topology.indexOf(parent)).toBeLessThan(topology.indexOf(name));
          expect(levels.get(name)).toBe(
            Math.max(-1, ...dependsOn.map((parent) => levels.get(parent) ?? 0)) + 1,
          );
        }
        expect(summary.max_depth).toBe(Math.max(0, ...levels.values()));
      }),
    );
  });
});
