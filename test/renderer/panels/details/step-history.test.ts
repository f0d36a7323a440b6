import { describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src-renderer/panels/details/step/step-history.ts';
import { StepLog } from '../../../../src-renderer/panels/details/step/step-log.ts';
import { stepOf } from '../../../../src-renderer/store/run/step-fold.ts';
import { longLog, stepEvent, timeAt } from '../support/run.ts';

const begun = (seq: number, attempt = 1) =>
  stepEvent(seq, 'step.execution_requested', 'a', { attempt_number: attempt, step_inputs: { of: attempt } });
const failed = (seq: number) =>
  stepEvent(seq, 'step.failed', 'a', {
    error_message: `Boom ${seq}`,
    error_class: 'E',
    backtrace: ['x:1', 'y:2'],
  });
const completed = (seq: number) => stepEvent(seq, 'step.completed', 'a');

describe('the history of a step', () => {
  test('before anything happened is empty', () => {
    expect(historyOf([])).toEqual({ inputs: undefined, attempts: [], failure: null });
  });

  test('has its attempts with their times and ends, the last inputs and the last failure', () => {
    const { attempts, inputs, failure } = historyOf([
      begun(1),
      failed(2),
      begun(3, 2),
      completed(4),
      begun(5, 3),
    ]);
    expect(attempts).toEqual([
      { number: 1, startedAt: timeAt(100), endedAt: timeAt(200), end: 'error', message: 'Boom 2', seq: 2 },
      { number: 2, startedAt: timeAt(300), endedAt: timeAt(400), end: 'complete', message: null, seq: 4 },
      { number: 3, startedAt: timeAt(500), endedAt: null, end: null, message: null, seq: 5 },
    ]);
    expect(inputs).toEqual({ of: 3 });
    expect(failure).toEqual({ message: 'Boom 2', errorClass: 'E', backtrace: ['x:1', 'y:2'], seq: 2 });
  });

  test('counts what is told twice once', () => {
    const again = { ...begun(2), at: timeAt(100) };
    const twice = { ...completed(4), at: timeAt(300) };
    expect(historyOf([begun(1), again, completed(3), twice]).attempts).toHaveLength(1);
  });

  test('an end without a start is an attempt, a cancelled wait is none', () => {
    expect(historyOf([failed(1)]).attempts).toMatchObject([{ startedAt: null, end: 'error' }]);
    expect(historyOf([begun(1), failed(2), stepEvent(3, 'step.cancelled', 'a')]).attempts).toHaveLength(1);
    expect(historyOf([begun(1), stepEvent(2, 'step.cancelled', 'a')]).attempts).toMatchObject([
      { end: 'cancelled' },
    ]);
  });
});

describe('the log by step', () => {
  test('gives each step its own events, as far as was asked for', () => {
    const events = longLog(200);
    const log = new StepLog();
    const plain = (step: string, seq: number) =>
      events.filter((each) => each.seq <= seq && stepOf(each) === step);
    expect(log.eventsOf('step_3', events, 50)).toEqual(plain('step_3', 50));
    expect(log.eventsOf('step_3', events, 200)).toEqual(plain('step_3', 200));
    expect(log.eventsOf('nobody', events, 200)).toEqual([]);
  });

  test('of another run is another log', () => {
    const log = new StepLog();
    log.eventsOf('a', [completed(1)], 1);
    expect(log.eventsOf('a', [], 0)).toEqual([]);
  });
});
