import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { foldEvents, NO_STEPS, stepOf } from '../../../src-renderer/store/run/step-fold.ts';

let seq = 0;
const event = (name: string, payload: LoggedEvent['payload']): LoggedEvent => ({
  seq: (seq += 1),
  at: '2030-01-01T00:00:00.000Z',
  name,
  payload,
});

describe('the fold over the log', () => {
  it('takes a state from the event that tells it', () => {
    const folded = foldEvents(NO_STEPS, [
      event('step.execution_requested', {
        step_name: 'pay',
        from_state: 'pending',
        to_state: 'in_progress',
        attempt_number: 1,
        retry_limit: 3,
      }),
    ]);
    expect(folded.get('pay')).toMatchObject({ state: 'in_progress', attempt: 1, retryLimit: 3, error: null });
  });

  it('does not take what is only about to be', () => {
    const folded = foldEvents(NO_STEPS, [
      event('step.before_transition', {
        step_name: 'pay',
        from_state: 'pending',
        to_state: 'in_progress',
        transition_event: 'step.x',
      }),
    ]);
    expect(folded.get('pay')?.state).toBe('pending');
  });

  it('keeps a state nobody has heard of', () => {
    const folded = foldEvents(NO_STEPS, [event('step.odd', { step_name: 'pay', to_state: 'quarantined' })]);
    expect(folded.get('pay')?.state).toBe('quarantined');
  });

  it('remembers the last failure until the step completes', () => {
    const failed = foldEvents(NO_STEPS, [
      event('step.failed', { step_name: 'pay', to_state: 'error', error_message: 'declined' }),
    ]);
    expect(failed.get('pay')?.error).toBe('declined');
    const done = foldEvents(failed, [event('step.completed', { step_name: 'pay', to_state: 'complete' })]);
    expect(done.get('pay')?.error).toBeNull();
  });

  it('leaves the map it is given as it was, and gives it back when nothing came', () => {
    const before = foldEvents(NO_STEPS, [event('step.a', { step_name: 'pay', to_state: 'error' })]);
    expect(foldEvents(before, [])).toBe(before);
    foldEvents(before, [event('step.b', { step_name: 'pay', to_state: 'complete' })]);
    expect(before.get('pay')?.state).toBe('error');
  });

  it('gives the same however the log is cut into batches', () => {
    const events = fc.array(
      fc.record({
        step: fc.constantFrom('a', 'b', 'c'),
        to: fc.constantFrom('pending', 'in_progress', 'complete', 'error', 'odd'),
      }),
    );
    fc.assert(
      fc.property(events, fc.nat(50), (made, cut) => {
        const log = made.map(({ step, to }) => event('step.x', { step_name: step, to_state: to }));
        const parts = foldEvents(foldEvents(NO_STEPS, log.slice(0, cut)), log.slice(cut));
        expect([...parts]).toEqual([...foldEvents(NO_STEPS, log)]);
      }),
    );
  });

  it('says of an event without a step that it is about none', () => {
    expect(stepOf(event('task.completed', { task_id: 1 }))).toBeNull();
  });
});
