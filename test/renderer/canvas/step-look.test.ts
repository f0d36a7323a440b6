import { beforeEach, expect, test } from 'vitest';
import { sameLook, stepLook } from '../../../src-renderer/canvas/cards/step-look.ts';
import type { StepLook } from '../../../src-renderer/canvas/cards/step-look.ts';
import { stepWords } from '../../../src-renderer/canvas/cards/step-words.ts';
import type { GraphStep } from '../../../src-renderer/graph/graph-model.ts';
import { buildGraphModel } from '../../../src-renderer/graph/graph-model.ts';
import { showRun, useRun } from '../../../src-renderer/store/run/run.ts';
import { stepNode, viewOf } from '../graph/graphs.ts';
import { runWith } from './page.ts';

const [PAY] = [
  ...buildGraphModel(
    { ...viewOf({ pay: [] }), steps: [stepNode('pay', 0, { retryLimit: 5 })] },
    null,
  ).steps.values(),
];

function step(): GraphStep {
  if (PAY === undefined) throw new Error('the model has no step');
  return PAY;
}

function look(): StepLook {
  return stepLook(useRun.getState(), step());
}

beforeEach(() => showRun(null));

test('before a run a step has no state, and the limit of its template', () => {
  expect(look()).toEqual({ state: null, attempt: 0, limit: 5, retryAt: null });
  expect(stepWords(step(), look())).toBe('pay');
});

test('in a run the limit of the run counts; a step no event was about yet is pending', () => {
  runWith({ other: {} });
  expect(look()).toEqual({ state: 'pending', attempt: 0, limit: 5, retryAt: null });
  runWith({ pay: { state: 'complete', attempt: 2 } });
  expect(look()).toEqual({ state: 'complete', attempt: 2, limit: 3, retryAt: null });
});

test('a failed step waits while the time of its next attempt lies ahead', () => {
  runWith({ pay: { state: 'error', attempt: 1, retryIn: 1_000 } });
  expect(look()).toMatchObject({ state: 'waiting', retryAt: Date.parse('2030-11-29T08:00:01.000Z') });
  runWith({ pay: { state: 'error', attempt: 1, retryIn: 0 } });
  expect(look()).toMatchObject({ state: 'error', retryAt: null });
});

test('an answer about readiness from before the last event says nothing about a wait', () => {
  runWith({ pay: { state: 'error', attempt: 1, retryIn: 1_000 } });
  const fold = useRun.getState().steps.get('pay');
  if (fold !== undefined) useRun.setState({ steps: new Map([['pay', { ...fold, state: 'in_progress' }]]) });
  expect(look()).toMatchObject({ state: 'in_progress', retryAt: null });
});

test('a state nobody has heard of is told by its own name', () => {
  runWith({ pay: { state: 'half_done', attempt: 1 } });
  expect(stepWords({ ...step(), problems: 1 }, look())).toBe('pay, half done, attempt 1 of 3, 1 problem');
});

test('looks are the same when all they say is the same', () => {
  const one = look();
  expect(sameLook(one, { ...one })).toBe(true);
  expect(sameLook(one, { ...one, attempt: 1 })).toBe(false);
});
