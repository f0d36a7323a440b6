import { describe, expect, test } from 'vitest';
import { STEP_MOVES, stepSources, TASK_MOVES, taskSources } from '../../src-engine/run/state-machine.ts';

describe('the state machines', () => {
  test('S-1: a task moves as published, and never from pending to complete', () => {
    expect(TASK_MOVES).toEqual({
      pending: ['in_progress', 'cancelled', 'error'],
      in_progress: ['complete', 'error', 'cancelled', 'pending'],
      error: ['pending', 'resolved_manually'],
      complete: ['cancelled'],
      resolved_manually: ['cancelled'],
      cancelled: [],
    });
    expect(taskSources('complete')).toEqual(['in_progress']);
  });

  test('S-2: a step moves as published, and not at all once it is complete, cancelled or resolved', () => {
    expect(STEP_MOVES).toEqual({
      pending: ['in_progress', 'error', 'cancelled', 'resolved_manually'],
      in_progress: ['complete', 'error', 'cancelled'],
      error: ['pending', 'resolved_manually'],
      complete: [],
      cancelled: [],
      resolved_manually: [],
    });
    expect(stepSources('in_progress')).toEqual(['pending']);
  });

  test('S-5: no state is among its own sources, so a repeated request changes nothing', () => {
    for (const state of [
      'pending',
      'in_progress',
      'complete',
      'error',
      'cancelled',
      'resolved_manually',
    ] as const) {
      expect(taskSources(state)).not.toContain(state);
      expect(stepSources(state)).not.toContain(state);
    }
  });

  test('a failed step is only retried through pending, and only an open one is cancelled', () => {
    expect(stepSources('pending')).toEqual(['error']);
    expect(stepSources('cancelled')).toEqual(['pending', 'in_progress']);
    expect(taskSources('cancelled')).toEqual(['pending', 'in_progress', 'complete', 'resolved_manually']);
  });
});
