import { describe, expect, test } from 'vitest';
import {
  attemptOf,
  isFailure,
  messageOf,
  moveOf,
  timesOf,
} from '../../../../src-renderer/panels/events/log/event-facts.ts';
import { familyOf } from '../../../../src-renderer/panels/events/log/family.ts';
import { rowForKey } from '../../../../src-renderer/panels/events/list/row-keys.ts';
import {
  shortDuration,
  timeSince,
  timesSince,
  wholeTime,
} from '../../../../src-renderer/ui/data/virtual-time.ts';
import { event, stepEvent, timeAt } from '../support/run.ts';

test.each([
  ['task.completed', 'task'],
  ['step.never_heard_of', 'step'],
  ['workflow.task_started', 'workflow'],
  ['observability.step.backoff', 'observability'],
  ['workbench.worker_crashed', 'workbench'],
  ['tasker.telemetry.cache_synced', 'other'],
  ['custom.acme.shipped', 'other'],
  ['stepping', 'other'],
  ['', 'other'],
])('%s is of the family %s', (name, family) => {
  expect(familyOf(name)).toBe(family);
});

describe('at a glance', () => {
  test.each([
    [{ error_message: 'Card declined', reason: 'x' }, 'Card declined'],
    [{ error: 'disk full' }, 'disk full'],
    [{ backoff_seconds: 30, backoff_type: 'server_requested' }, 'waits 30.0 s, server requested'],
    [{ delay_seconds: 7, reason: 'awaiting_dependencies' }, 'in 7.0 s: awaiting dependencies'],
    [{ reason: 'No steps ready' }, 'No steps ready'],
    [{ reason: 'waiting_for_dependencies' }, 'waiting for dependencies'],
    [{ step_names: ['a', 'b'], step_count: 2 }, 'a, b'],
    [{ step_names: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }, 'a, b, c, d, e, f and 2 more'],
    [{ processed_count: 3, successful_count: 1, step_count: 9 }, '1 of 3 succeeded'],
    [{ step_count: 1 }, '1 step'],
    [{ execution_duration: 0.401 }, 'took 401 ms'],
    [{ seconds: 90 }, 'for 1 m 30 s'],
    [{ final_status: 'pending', execution_status: 'x' }, 'task is pending'],
    [{ error_message: 12, reason: null, step_names: [] }, ''],
    [{}, ''],
  ])('%j says "%s"', (payload, words) => {
    expect(messageOf(event(1, 'any', payload))).toBe(words);
  });

  test('a move has two ends; an announced one is told apart', () => {
    const move = { from_state: 'pending', to_state: 'in_progress' };
    expect(moveOf(event(1, 'x', move))).toEqual({ from: 'pending', to: 'in_progress', isPlanned: false });
    expect(moveOf(event(1, 'x', { ...move, transition_event: 'y' }))?.isPlanned).toBe(true);
    expect(moveOf(event(1, 'x', { to_state: 'error' }))).toBeNull();
  });

  test('attempts and failures are read from the payload, never guessed', () => {
    expect(attemptOf(stepEvent(1, 'step.failed', 'a', { attempt_number: 2 }))).toBe(2);
    expect(attemptOf(event(1, 'x'))).toBeNull();
    expect(isFailure(event(1, 'step.failed'))).toBe(true);
    expect(isFailure(event(1, 'workflow.x', { error: 'no' }))).toBe(true);
    expect(isFailure(event(1, 'step.completed'))).toBe(false);
  });

  test('times count from the start, and from the event before', () => {
    const [one, two, three] = [event(1, 'a', {}, 0), event(2, 'b', {}, 8_292), event(3, 'c', {}, 8_292)];
    expect(timesOf(one, undefined, timeAt(0))).toEqual({ since: '0:00.000', delta: '' });
    expect(timesOf(two, one, timeAt(0))).toEqual({ since: '0:08.292', delta: '+8.3 s' });
    expect(timesOf(three, two, timeAt(0)).delta).toBe('');
  });
});

describe('virtual times', () => {
  test.each([
    [0, '0 s'],
    [350, '350 ms'],
    [59_960, '1 m 00 s'],
    [125_000, '2 m 05 s'],
    [3_780_000, '1 h 03 m'],
    [187_200_000, '2 d 04 h'],
    [-1_500, '−1.5 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(shortDuration(ms)).toBe(words);
  });

  test.each([
    [10_094, '0:10.094'],
    [605_007, '10:05.007'],
    [3_723_000, '1:02:03.000'],
    [176_523_000, '2d 01:02:03.000'],
    [-1, '−0:00.001'],
  ])('%d ms after the start is %s', (ms, words) => {
    expect(timeSince(timeAt(0), timeAt(ms))).toBe(words);
  });

  test('what is no time stays what it is', () => {
    expect(timeSince(timeAt(0), 'soon')).toBe('soon');
    expect(wholeTime('soon')).toBe('soon');
    expect(wholeTime(timeAt(8_292))).toBe('2030-11-29 08:00:08.292 UTC');
    expect(timesSince(timeAt(0), `waits until ${timeAt(40_094)} or later`)).toBe(
      'waits until 0:40.094 or later',
    );
  });
});

test('keys lead to rows, and never out of the list', () => {
  expect(rowForKey('ArrowDown', -1, 5, 3)).toBe(0);
  expect(rowForKey('ArrowDown', 4, 5, 3)).toBe(4);
  expect(rowForKey('ArrowUp', -1, 5, 3)).toBe(4);
  expect(rowForKey('ArrowUp', 0, 5, 3)).toBe(0);
  expect(rowForKey('PageDown', 1, 5, 3)).toBe(4);
  expect(rowForKey('PageUp', 4, 5, 3)).toBe(1);
  expect([rowForKey('Home', 3, 5, 3), rowForKey('End', 3, 5, 3)]).toEqual([0, 4]);
  expect([rowForKey('End', -1, 0, 3), rowForKey('x', 1, 5, 3)]).toEqual([null, null]);
});
