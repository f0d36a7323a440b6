import { describe, expect, test } from 'vitest';
import {
  STEP_INITIAL_EVENTS,
  stepTransitionEvent,
  TASK_INITIAL_EVENTS,
  taskTransitionEvent,
} from '../../src-engine/events/transition-events.ts';

describe('the event of a move', () => {
  test.each([
    ['pending', 'in_progress', 'step.execution_requested'],
    ['in_progress', 'complete', 'step.completed'],
    ['pending', 'error', 'step.failed'],
    ['in_progress', 'error', 'step.failed'],
    ['error', 'pending', 'step.retry_requested'],
    ['pending', 'cancelled', 'step.cancelled'],
    ['in_progress', 'cancelled', 'step.cancelled'],
    ['pending', 'resolved_manually', 'step.resolved_manually'],
    ['error', 'resolved_manually', 'step.resolved_manually'],
  ] as const)('S-7: a step from %s to %s fires %s', (from, to, name) => {
    expect(stepTransitionEvent(from, to)).toBe(name);
  });

  test.each([
    ['pending', 'in_progress', 'task.start_requested'],
    ['in_progress', 'complete', 'task.completed'],
    ['pending', 'error', 'task.failed'],
    ['in_progress', 'error', 'task.failed'],
    ['in_progress', 'pending', 'task.initialize_requested'],
    ['error', 'pending', 'task.retry_requested'],
    ['error', 'resolved_manually', 'task.resolved_manually'],
    ['pending', 'cancelled', 'task.cancelled'],
    ['in_progress', 'cancelled', 'task.cancelled'],
    ['complete', 'cancelled', 'task.cancelled'],
    ['resolved_manually', 'cancelled', 'task.cancelled'],
  ] as const)('S-8: a task from %s to %s fires %s', (from, to, name) => {
    expect(taskTransitionEvent(from, to)).toBe(name);
  });

  test('S-7: the first state of a step is named as published, although nothing ever makes that move', () => {
    expect(STEP_INITIAL_EVENTS.pending).toBe('step.initialize_requested');
    expect(TASK_INITIAL_EVENTS.pending).toBe('task.initialize_requested');
  });

  test('a move that is not legal has no event', () => {
    expect(() => stepTransitionEvent('error', 'in_progress')).toThrow('error → in_progress');
    expect(() => taskTransitionEvent('pending', 'complete')).toThrow('pending → complete');
  });
});
