import { describe, expect, test } from 'vitest';
import { countedWords, share } from '../../../../src-renderer/panels/production/overview/overview-words.ts';
import { ago } from '../../../../src-renderer/panels/production/parts/ago.ts';
import { stuckTitle } from '../../../../src-renderer/panels/production/parts/stuck-words.ts';
import { groupStuck } from '../../../../src-renderer/panels/production/stuck/group-stuck.ts';
import { sizeWords } from '../../../../src-renderer/panels/production/task/size-words.ts';
import { stateChoices } from '../../../../src-renderer/panels/production/tasks/state-choices.ts';
import { barParts, stepWords } from '../../../../src-renderer/panels/production/tasks/step-counts.ts';
import type { StuckStep } from '../../../../src-renderer/store/production/types.ts';

test.each([
  ['2026-03-01T11:59:59.500Z', 'just now'],
  ['2026-03-01T12:00:07.000Z', 'just now'],
  ['2026-03-01T12:02:30.000Z', 'in 2 min'],
  ['2026-03-01T11:59:18.000Z', '42 s ago'],
  ['2026-03-01T10:00:01.000Z', '1 h ago'],
  ['2026-02-20T12:00:00.000Z', '9 d ago'],
  ['some day', 'some day'],
])('%s is %s', (at, words) => {
  expect(ago(at, Date.parse('2026-03-01T12:00:00.000Z'))).toBe(words);
});

test('what was counted is said, and an old estimate never looks smaller', () => {
  const looked = { tasks: 100_000, isAll: false };
  expect(countedWords({ looked, estimatedTasks: 2_300_000 })).toBe(
    'Counted: the newest 100,000 of about 2,300,000 tasks.',
  );
  expect(countedWords({ looked, estimatedTasks: 7 })).toContain('of about 100,000 tasks');
  expect(countedWords({ looked: { tasks: 12, isAll: true }, estimatedTasks: 0 })).toBe(
    'Counted: all 12 tasks.',
  );
});

test('a share that is not nothing never looks like nothing', () => {
  expect(share(0, 10)).toBe('0 %');
  expect(share(1, 100_000)).toBe('under 0.1 %');
  expect(share(1, 40)).toBe('2.5 %');
  expect(share(1, 3)).toBe('33 %');
  expect(share(0, 0)).toBe('0 %');
});

describe('the steps of a task', () => {
  const steps = [
    { state: 'pending', count: 2 },
    { state: 'error', count: 1 },
    { state: 'complete', count: 1 },
  ];

  test('are a bar that is full, what is done first', () => {
    expect(barParts(steps)).toEqual([
      { state: 'complete', share: 25 },
      { state: 'error', share: 25 },
      { state: 'pending', share: 50 },
    ]);
    expect(barParts([{ state: 'pending', count: 0 }])).toEqual([]);
  });

  test('are told in words', () => {
    expect(stepWords(steps)).toBe('1 of 4 complete, 1 in error');
    expect(stepWords([])).toBe('no steps');
  });
});

test('states can be asked for that no generation is known to have, once each', () => {
  expect(stateChoices('rails', ['error', 'odd'], ['odd']).slice(-2)).toEqual(['resolved_manually', 'odd']);
  expect(stateChoices('core')).toContain('blocked_by_failures');
});

test('what is stuck is grouped, the largest group first, in each the oldest first', () => {
  const stuck = (task: string, kind: StuckStep['kind'], day: number) =>
    ({ task, kind, since: `2026-03-0${day}T00:00:00.000Z` }) as StuckStep;
  const groups = groupStuck([
    stuck('1', 'orphaned', 3),
    stuck('2', 'exhausted', 3),
    stuck('3', 'exhausted', 1),
  ]);
  expect(groups.map(({ kind, steps }) => [kind, ...steps.map(({ task }) => task)])).toEqual([
    ['exhausted', '3', '2'],
    ['orphaned', '1'],
  ]);
});

test('a kind that is not known is shown by its own name', () => {
  expect(stuckTitle('exhausted')).toBe('Out of attempts');
  expect(stuckTitle('quite_new')).toBe('quite new');
});

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [14_400, '14 KB'],
  [2_500_000, '2.5 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
