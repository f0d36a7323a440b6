import { describe, expect, it } from 'vitest';
import { DOCUMENTED } from '../../src-engine/run/profile.ts';
import { reenqueue } from '../../src-engine/run/reenqueue.ts';
import { TaskRun } from '../../src-engine/run/task-run.ts';
import type { TaskContext } from '../../src-engine/store/calls/workbench-calls.ts';
import { workflow } from '../support/workflows.ts';

const START = Date.UTC(2030, 0, 1);

const CONTEXT: TaskContext = {
  task_id: 1,
  named_task_id: 1,
  status: 'pending',
  total_steps: 1,
  pending_steps: 1,
  in_progress_steps: 0,
  completed_steps: 0,
  failed_steps: 0,
  ready_steps: 1,
  execution_status: 'has_ready_steps',
  recommended_action: 'execute_ready_steps',
  completion_percentage: 0,
  health_status: 'healthy',
};

function newRun(): TaskRun {
  return new TaskRun({
    runId: 1,
    taskId: 1,
    stepIds: [1],
    template: workflow({ a: [] }),
    profile: DOCUMENTED,
    handler: { reads: () => [], plan: () => ({ durationMs: 0, outcome: { kind: 'success', results: {} } }) },
    context: { order: 1 },
    uniformInt: (_, from) => from,
    startMs: START,
    concurrency: 12,
    recoveryMs: 300_000,
    limits: { events: 1_000, virtualMs: 1_000_000 },
  });
}

describe('re-enqueueing', () => {
  it('F-4: a task with ready steps comes back at once, reason ready_steps_available', () => {
    const run = newRun();
    reenqueue(run, { context: CONTEXT, waits: [] });
    expect(run.agenda.peek()).toMatchObject({ at: START, item: { kind: 'job', execution: 1 } });
    expect(run.takeEvents().map(({ name, payload }) => [name, payload['reason']])).toEqual([
      ['workflow.task_reenqueue_started', 'ready_steps_available'],
      ['workflow.task_reenqueue_requested', 'ready_steps_available'],
    ]);
  });

  it('F-5: a waiting or processing task comes back later, which says when', () => {
    for (const [execution_status, seconds, reason] of [
      ['waiting_for_dependencies', 45, 'awaiting_dependencies'],
      ['processing', 10, 'steps_in_progress'],
    ] as const) {
      const run = newRun();
      reenqueue(run, { context: { ...CONTEXT, execution_status }, waits: [] });
      expect(run.agenda.peek()?.at).toBe(START + seconds * 1_000);
      expect(
        run.takeEvents().map(({ name, payload }) => [name, payload['reason'], payload['delay_seconds']]),
      ).toEqual([['workflow.task_reenqueue_delayed', reason, seconds]]);
    }
  });
});
