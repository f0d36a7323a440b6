/**
 * What a task's execution context means: Tasker's own derived answers (SQL function reference, section 9), and a
 * sentence for people. Nothing is decided here: the context says it.
 */
import type { StepState } from '../run/state-machine.ts';
import type { TaskContext } from '../store/calls/workbench-calls.ts';
import { listInWords } from './list-in-words.ts';

export interface NextAction {
  readonly action: string;
  readonly description: string;
  readonly urgency: 'low' | 'medium' | 'high' | 'critical';
  readonly can_proceed: boolean;
}

/** What to do next; an action we do not know is treated as waiting, as upstream does. */
export function nextActionDetails(context: TaskContext): NextAction {
  const action = context.recommended_action;
  switch (action) {
    case 'execute_ready_steps':
      return next(action, `${context.ready_steps} steps ready for execution`, 'high', true);
    case 'wait_for_completion':
      return next(action, `${context.in_progress_steps} steps currently processing`, 'low', false);
    case 'handle_failures':
      return next(action, `${context.failed_steps} failed steps blocking progress`, 'critical', false);
    case 'finalize_task':
      return next(action, 'All steps completed successfully', 'medium', true);
    default:
      return next('wait_for_dependencies', 'Waiting for dependencies to be satisfied', 'low', false);
  }
}

export interface WorkflowSummary {
  readonly total_steps: number;
  readonly completed: number;
  readonly pending: number;
  readonly in_progress: number;
  readonly failed: number;
  readonly ready: number;
  readonly completion_percentage: number;
  readonly status: string;
  readonly health: string;
  readonly recommended_action: string;
  readonly progress_details: {
    /** `3/7`. */
    readonly completed_ratio: string;
    /** `42.86%`; a whole number keeps one decimal, as upstream prints it. */
    readonly completion_percentage: string;
    readonly remaining_steps: number;
    readonly failed_steps: number;
    readonly ready_steps: number;
  };
}

export function workflowSummary(context: TaskContext): WorkflowSummary {
  const { total_steps, completed_steps, failed_steps, ready_steps, completion_percentage } = context;
  const percent = Number.isInteger(completion_percentage)
    ? completion_percentage.toFixed(1)
    : String(completion_percentage);
  return {
    total_steps,
    completed: completed_steps,
    pending: context.pending_steps,
    in_progress: context.in_progress_steps,
    failed: failed_steps,
    ready: ready_steps,
    completion_percentage,
    status: context.execution_status,
    health: context.health_status,
    recommended_action: context.recommended_action,
    progress_details: {
      completed_ratio: `${completed_steps}/${total_steps}`,
      completion_percentage: `${percent}%`,
      remaining_steps: total_steps - completed_steps,
      failed_steps,
      ready_steps,
    },
  };
}

export interface ExplainedStep {
  readonly name: string;
  readonly state: StepState;
  readonly ready: boolean;
  /** The step's own sentence, without its name. */
  readonly words: string;
}

/** Where the task stands and what it waits for, in a sentence whose subject is the task. */
export function explainTask(context: TaskContext, steps: readonly ExplainedStep[]): string {
  switch (context.execution_status) {
    case 'all_complete':
      return context.status === 'complete' ? 'is complete' : 'has every step done and can be completed';
    case 'has_ready_steps':
      return `can go on with ${names(steps, ({ ready }) => ready, context.ready_steps)}`;
    case 'processing':
      return `waits for ${names(steps, ({ state }) => state === 'in_progress', context.in_progress_steps)} to end`;
    case 'blocked_by_failures':
      return `cannot go on: ${sentences(steps, ({ state }) => state === 'error')}`;
    default:
      return context.total_steps === 0
        ? 'has no steps, so it never will be complete'
        : `waits: ${sentences(steps, isOpen)}`;
  }
}

/** Failures first, because what is behind them waits for them. */
function sentences(steps: readonly ExplainedStep[], wanted: (step: ExplainedStep) => boolean): string {
  const chosen = steps.filter(wanted);
  const failed = chosen.filter(({ state }) => state === 'error');
  const told = (failed.length > 0 ? failed : chosen).map(({ name, words }) => `${name} ${words}`);
  return told.length === 0 ? 'no step says why' : listInWords(told);
}

function names(
  steps: readonly ExplainedStep[],
  wanted: (step: ExplainedStep) => boolean,
  count: number,
): string {
  const chosen = steps.filter(wanted).map(({ name }) => name);
  return chosen.length === 0 ? `${count} ${count === 1 ? 'step' : 'steps'}` : listInWords(chosen);
}

function isOpen({ state }: ExplainedStep): boolean {
  return state !== 'complete' && state !== 'resolved_manually';
}

function next(
  action: string,
  description: string,
  urgency: NextAction['urgency'],
  canProceed: boolean,
): NextAction {
  return { action, description, urgency, can_proceed: canProceed };
}
