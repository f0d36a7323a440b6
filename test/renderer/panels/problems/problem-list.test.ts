import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { templateView } from '../../../../src-engine/api/views/template-view.ts';
import {
  countProblems,
  listProblems,
  problemText,
  SEVERITIES,
} from '../../../../src-renderer/panels/problems/problem-list.ts';
import { nextIndex } from '../../../../src-renderer/panels/problems/problem-walk.ts';
import { problem, step } from '../support/problems.ts';

afterEach(() => void vi.restoreAllMocks());

describe('the list', () => {
  test('has the worst first, then goes by place, and leaves hidden severities out', () => {
    const problems = [problem('info', 1), problem('error', 9), problem('warning', 4), problem('error', 2)];
    const places = (hidden: ReadonlySet<'error' | 'warning' | 'info'>) =>
      listProblems(problems, [], hidden).map(({ problem: { offset } }) => offset);
    expect(places(new Set())).toEqual([2, 9, 4, 1]);
    expect(places(new Set(['error']))).toEqual([4, 1]);
    expect(countProblems(problems)).toEqual({ error: 2, warning: 1, info: 1 });
  });

  test('finds the step a path leads into, by whole segments', () => {
    const steps = [step('a', '/step_templates/1'), step('b', '/step_templates/12')];
    const stepFor = (path: string) => listProblems([problem('error', 0, path)], steps)[0]?.step?.name;
    expect(stepFor('/step_templates/1')).toBe('a');
    expect(stepFor('/step_templates/1/depends_on_steps/0')).toBe('a');
    expect(stepFor('/step_templates/12/name')).toBe('b');
    expect(stepFor('/step_templates/2')).toBeUndefined();
    expect(stepFor('')).toBeUndefined();
  });

  test('gives every problem a key of its own that does not depend on where others are', () => {
    const twice = [problem('error', 5), problem('error', 9)];
    const keys = listProblems(twice, []).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(listProblems([problem('warning', 1, '/x'), ...twice], []).map(({ key }) => key)).toEqual(
      expect.arrayContaining(keys),
    );
  });

  test('fits what the parser says of a broken text', () => {
    const view = templateView('name: a\nstep_templates:\n  - name: one\n    depends_on_step: nowhere\n');
    const list = listProblems(view.problems, view.steps);
    expect(list).toHaveLength(view.problems.length);
    expect(list.some(({ step: its }) => its?.name === 'one')).toBe(true);
  });

  test('is copied with place, severity, code, step and hint', () => {
    const [listed] = listProblems([problem('error', 5, '/s/0')], [step('charge', '/s/0')]);
    expect(listed === undefined ? '' : problemText(listed)).toBe(
      '1:6 error some-code (step charge): Something is wrong\n  Mend it',
    );
  });
});

describe('the next problem', () => {
  const keys = ['a', 'b', 'c'];

  test('is the first or the last to begin with, then goes round', () => {
    expect([nextIndex(keys, null, 1), nextIndex(keys, null, -1)]).toEqual([0, 2]);
    expect(nextIndex(keys, { key: 'c', index: 2 }, 1)).toBe(0);
    expect(nextIndex(keys, { key: 'a', index: 0 }, -1)).toBe(2);
    expect(nextIndex([], { key: 'a', index: 0 }, 1)).toBe(-1);
  });

  test('is found by what it is, not by where it stood', () => {
    expect(nextIndex(keys, { key: 'b', index: 0 }, 1)).toBe(2);
  });

  test('after one that was mended is the one that took its place', () => {
    expect(nextIndex(keys, { key: 'gone', index: 1 }, 1)).toBe(1);
    expect(nextIndex(keys, { key: 'gone', index: 1 }, -1)).toBe(0);
    expect(nextIndex(keys, { key: 'gone', index: 9 }, 1)).toBe(0);
  });

  test('walking visits every problem once a round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom<1 | -1>(1, -1), (length, direction) => {
        const all = Array.from({ length }, (_, index) => `p${index}`);
        const seen = new Set<number>();
        let current: { key: string; index: number } | null = null;
        for (let turn = 0; turn < length; turn += 1) {
          const index = nextIndex(all, current, direction);
          seen.add(index);
          current = { key: all[index] ?? '', index };
        }
        expect(seen.size).toBe(length);
      }),
    );
  });
});

test('the severities are in the order of the list', () => {
  expect(SEVERITIES).toEqual(['error', 'warning', 'info']);
});
