/** Logs and runs as the page gets them, made by hand. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import type { RunView, StepReadiness, TaskView } from '../../../../src-engine/api/contract/run-schemas.ts';
import type { JsonObject } from '../../../../src-engine/template/template.ts';
import { addNews, showRun } from '../../../../src-renderer/store/run/run.ts';

export const START = Date.parse('2030-11-29T08:00:00.000Z');

export const timeAt = (ms: number): string => new Date(START + ms).toISOString();

export function event(seq: number, name: string, payload: JsonObject = {}, ms = seq * 100): LoggedEvent {
  return { seq, at: timeAt(ms), name, payload: { task_id: 1, ...payload } };
}

export function stepEvent(seq: number, name: string, step: string, payload: JsonObject = {}): LoggedEvent {
  return event(seq, name, { step_name: step, attempt_number: 1, retry_limit: 3, ...payload });
}

/** A log of any length: every third event is about one of ten steps, every seventh fails. */
export function longLog(length: number): readonly LoggedEvent[] {
  return Array.from({ length }, (_, index) => {
    const seq = index + 1;
    if (seq % 7 === 0)
      return stepEvent(seq, 'step.failed', `step_${seq % 10}`, { error_message: `Boom ${seq}` });
    if (seq % 3 === 0) return stepEvent(seq, 'step.completed', `step_${seq % 10}`);
    return event(seq, 'workflow.no_viable_steps', { reason: 'No steps ready for execution' });
  });
}

export function runView(change: Partial<RunView> = {}): RunView {
  return {
    run: 'run-1',
    status: 'running',
    speed: 10,
    startedAt: timeAt(0),
    now: timeAt(60_000),
    events: 0,
    outcome: null,
    reasons: [],
    error: null,
    template: { namespace: 'shop', name: 'order', version: '1.2.3' },
    environment: null,
    scenario: null,
    seed: 1,
    profile: 'documented',
    parent: null,
    forkedAfter: 0,
    changes: [],
    hit: null,
    ...change,
  };
}

/** Shows a run with this log, in one batch. */
export function showLog(events: readonly LoggedEvent[], change: Partial<RunView> = {}): void {
  const view = runView({ events: events.length, ...change });
  showRun(view);
  addNews({ events, view });
}

export function readiness(change: Partial<StepReadiness> = {}): StepReadiness {
  return {
    name: 'charge',
    current_state: 'pending',
    dependencies_satisfied: true,
    retry_eligible: true,
    ready_for_execution: true,
    last_failure_at: null,
    next_retry_at: null,
    last_attempted_at: null,
    total_parents: 2,
    completed_parents: 2,
    attempts: 0,
    retry_limit: 3,
    backoff_request_seconds: null,
    processed: false,
    retryable: true,
    in_process: false,
    results: null,
    transitions: [],
    blocking_reason: null,
    words: 'is ready, but nothing starts it',
    ...change,
  };
}

export function taskView(change: Partial<TaskView> = {}): TaskView {
  return {
    seq: 1,
    now: timeAt(60_000),
    task_id: 1,
    state: 'in_progress',
    execution_status: 'processing',
    recommended_action: 'wait_for_completion',
    health_status: 'healthy',
    completion_percentage: 20,
    total_steps: 5,
    pending_steps: 3,
    in_progress_steps: 1,
    completed_steps: 1,
    failed_steps: 0,
    ready_steps: 0,
    transitions: [],
    words: 'is at 20 %',
    remedies: [],
    ...change,
  };
}
