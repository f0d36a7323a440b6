import { expect, test } from 'vitest';
import type { Problem } from '../../../src-engine/template/problem.ts';
import { buildGraphModel } from '../../../src-renderer/graph/graph-model.ts';
import { stepNode, viewOf } from './graphs.ts';

function problem(path: string, severity: Problem['severity'] = 'error'): Problem {
  const place = { line: 1, column: 1, offset: 0, length: 0 };
  return { code: 'some-code', severity, message: 'Something is wrong.', hint: '', path, ...place };
}

test('steps keep the order of the text, edges are written by position for the layout', () => {
  const model = buildGraphModel(viewOf({ c: ['a'], a: [], b: ['a', 'c'] }), null);
  expect(model.ids).toEqual(['c', 'a', 'b']);
  expect(model.shape).toEqual({
    count: 3,
    edges: [
      [1, 0],
      [1, 2],
      [0, 2],
    ],
  });
});

test('a problem counts for the step it lies in, and for no step whose path only begins alike', () => {
  const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
  const problems = [
    problem('/step_templates/1/name', 'warning'),
    problem('/step_templates/1', 'error'),
    problem('/step_templates/11/handler_class', 'info'),
    problem('/name'),
    problem(''),
  ];
  const { steps } = buildGraphModel(
    viewOf(Object.fromEntries(names.map((name) => [name, []])), { problems }),
    null,
  );
  expect(steps.get('s1')).toMatchObject({ problems: 2, severity: 'error' });
  expect(steps.get('s11')).toMatchObject({ problems: 1, severity: 'info' });
  expect(steps.get('s0')).toMatchObject({ problems: 0, severity: null });
});

test('edges of a cycle are marked, also the one of a step that waits for itself', () => {
  const view = viewOf(
    { a: ['c'], b: ['a'], c: ['b'], d: ['c', 'd'] },
    {
      cycles: [
        ['a', 'c', 'b', 'a'],
        ['d', 'd'],
      ],
    },
  );
  const marked = buildGraphModel(view, null).edges.filter(({ isInCycle }) => isInCycle);
  expect(marked.map(({ from, to }) => `${from}>${to}`)).toEqual(['c>a', 'a>b', 'b>c', 'd>d']);
});

test('steps and edges of the longest chain are marked, unless there is nothing else', () => {
  const parents = { a: [], b: ['a'], c: ['a', 'b'] };
  const view = viewOf({ ...parents, d: ['a'] }, { criticalPath: ['a', 'b', 'c'] });
  const { steps, edges } = buildGraphModel(view, null);
  expect([...steps.values()].map(({ isCritical }) => isCritical)).toEqual([true, true, true, false]);
  expect(edges.map(({ isCritical }) => isCritical)).toEqual([true, false, true, false]);
  const chain = buildGraphModel(viewOf(parents, { criticalPath: ['a', 'b', 'c'] }), null);
  expect([...chain.steps.values()].some(({ isCritical }) => isCritical)).toBe(false);
});

test('what a change of the text does not concern stays the same object', () => {
  const before = buildGraphModel(viewOf({ a: [], b: ['a'], c: ['b'] }), null);
  const view = viewOf({ a: [], b: ['a'], c: ['b'] });
  const steps = [stepNode('a', 0), stepNode('b', 1, { handlerClass: 'B' }), stepNode('c', 2)];
  const after = buildGraphModel({ ...view, steps }, before);
  expect(after.ids).toBe(before.ids);
  expect(after.edges).toBe(before.edges);
  expect(after.steps.get('a')).toBe(before.steps.get('a'));
  expect(after.steps.get('b')).not.toBe(before.steps.get('b'));
});

test('a renamed step leaves the shape as it was', () => {
  const before = buildGraphModel(viewOf({ a: [], b: ['a'] }), null);
  const after = buildGraphModel(viewOf({ a: [], renamed: ['a'] }), before);
  expect(after.shape).toEqual(before.shape);
  expect(after.ids).not.toBe(before.ids);
});
