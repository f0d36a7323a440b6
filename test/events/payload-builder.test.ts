import { describe, expect, test } from 'vitest';
import {
  executionDuration,
  failedKeys,
  orchestrationPayload,
  resultKeys,
  stepPayload,
  taskPayload,
} from '../../src-engine/events/payload-builder.ts';

const NOW = '2030-01-01T00:01:00.000Z';
const STEP = {
  taskId: 1,
  stepId: 7,
  stepName: 'pay',
  attempts: 2,
  retryLimit: 3,
  lastAttemptedAt: '2030-01-01T00:00:30.000Z',
  processedAt: '2030-01-01T00:00:55.000Z',
  results: {},
};
const TASK = {
  taskId: 1,
  taskName: 'order',
  createdAt: '2030-01-01T00:00:00.000Z',
  totalSteps: 4,
  completedSteps: 1,
  failedSteps: 1,
};

describe('the payload of a step event', () => {
  test('P-5: names task, step, type and time, and nothing that was not documented', () => {
    expect(stepPayload('completed', STEP, NOW)).toEqual({
      task_id: 1,
      step_id: 7,
      step_name: 'pay',
      started_at: STEP.lastAttemptedAt,
      completed_at: STEP.processedAt,
      attempt_number: 2,
      retry_limit: 3,
      event_type: 'completed',
      timestamp: NOW,
    });
  });

  test('P-6: attempts 2, tried 30 s ago, done 5 s ago: 25 seconds, attempt 2', () => {
    expect(executionDuration(STEP)).toBe(25);
    expect(stepPayload('completed', STEP, NOW).attempt_number).toBe(2);
  });

  test('P-5: the duration has three decimals, and is 0 while either time is missing', () => {
    expect(executionDuration({ ...STEP, processedAt: '2030-01-01T00:00:30.123Z' })).toBe(0.123);
    expect(executionDuration({ ...STEP, processedAt: null })).toBe(0);
    expect(executionDuration({ ...STEP, lastAttemptedAt: null })).toBe(0);
  });

  test('a step that was never counted is at its first attempt', () => {
    expect(stepPayload('started', { ...STEP, attempts: null }, NOW).attempt_number).toBe(1);
  });

  test('results are told when there are any', () => {
    expect(resultKeys({})).toEqual({});
    expect(resultKeys(null)).toEqual({});
    expect(resultKeys([])).toEqual({});
    expect(resultKeys({ id: 1 })).toEqual({ step_results: { id: 1 } });
  });
});

describe('the payload of a failed step', () => {
  test('P-5: without any knowledge the message is Unknown error and the class StandardError', () => {
    expect(failedKeys({}, {})).toEqual({
      error_message: 'Unknown error',
      error_class: 'StandardError',
      exception_class: 'StandardError',
      backtrace: [],
    });
  });

  test('P-5: the message is the one given, else the error of the results', () => {
    expect(failedKeys({ message: 'given' }, { error: 'stored' }).error_message).toBe('given');
    expect(failedKeys({}, { error: 'stored' }).error_message).toBe('stored');
    expect(failedKeys({}, { error: true }).error_message).toBe('Unknown error');
  });

  test('E2: the real class is in error_class, never in exception_class', () => {
    const keys = failedKeys({ errorClass: 'Timeout::Error' }, {});
    expect([keys.error_class, keys.exception_class]).toEqual(['Timeout::Error', 'StandardError']);
  });
});

describe('the payload of a task event', () => {
  test('while it runs it has a current duration, and whatever is neither done nor failed is pending', () => {
    expect(taskPayload('started', TASK, NOW)).toMatchObject({
      completed_at: null,
      total_execution_duration: null,
      current_execution_duration: 60,
      pending_steps: 2,
      task_type: 'Tasker::Task',
    });
  });

  test('once every step is complete it has a total duration instead', () => {
    expect(taskPayload('completed', { ...TASK, completedSteps: 4, failedSteps: 0 }, NOW)).toMatchObject({
      completed_at: NOW,
      total_execution_duration: 60,
      current_execution_duration: null,
      pending_steps: 0,
    });
  });

  test('E7: a task that was never saved has neither id nor duration', () => {
    const refused = { ...TASK, taskId: null, createdAt: null };
    expect(taskPayload('failed', refused, NOW)).toMatchObject({
      task_id: null,
      total_execution_duration: null,
      current_execution_duration: null,
    });
  });
});

test('the payload of a workflow event says that it is one', () => {
  expect(orchestrationPayload('no_viable_steps', 1, NOW)).toEqual({
    event_type: 'no_viable_steps',
    orchestration_event: true,
    timestamp: NOW,
    task_id: 1,
  });
});
