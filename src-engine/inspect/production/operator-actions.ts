/**
 * What an operator would run, as text to copy: it is never run here. Through the application's own models, so that its state machines,
 * events and jobs take part; updates of tables would go past all of them.
 */
export interface OperatorAction {
  readonly title: string;
  readonly text: string;
  readonly words: string;
}

const CONSOLE = '# in a Rails console of the application';

export function resolveStep(task: string, step: string): OperatorAction {
  return {
    title: 'Resolve the step by hand',
    text: ruby([
      `step = Tasker::WorkflowStep.find(${step})`,
      "step.state_machine.transition_to!('resolved_manually')",
      `Tasker::TaskRunnerJob.perform_later(${task})`,
    ]),
    words:
      'Counts the step as done: its children become ready. Steps that read its results find what is there now, so fill them in first where they need them.',
  };
}

export function resetStep(task: string, step: string): OperatorAction {
  return {
    title: 'Give the step its attempts back',
    text: ruby([
      `step = Tasker::WorkflowStep.find(${step})`,
      'step.update!(attempts: 0, retryable: true, retry_limit: [step.retry_limit.to_i, 3].max, in_process: false, processed: false, backoff_request_seconds: nil)',
      "step.state_machine.transition_to!('pending') if step.state_machine.current_state == 'error'",
      `Tasker::TaskRunnerJob.perform_later(${task})`,
    ]),
    words:
      'The step is tried again from its first attempt. Make sure that it may happen twice: a payment, for one, may not.',
  };
}

export function rescueStep(task: string, step: string): OperatorAction {
  return {
    title: 'Give up the attempt and try again',
    text: ruby([
      `step = Tasker::WorkflowStep.find(${step})`,
      "step.state_machine.transition_to!('error')",
      "step.state_machine.transition_to!('pending')",
      `task = Tasker::Task.find(${task})`,
      "task.state_machine.transition_to!('pending') if task.state_machine.current_state == 'in_progress'",
      'Tasker::TaskRunnerJob.perform_later(task.task_id)',
    ]),
    words:
      'First make sure that no worker is at it any more: otherwise the step happens twice at the same time.',
  };
}

export function retryTask(task: string): OperatorAction {
  return {
    title: 'Put the task back',
    text: ruby([
      `task = Tasker::Task.find(${task})`,
      "task.state_machine.transition_to!('pending')",
      'Tasker::TaskRunnerJob.perform_later(task.task_id)',
    ]),
    words: 'Only helps once its failed steps may be tried again: do that first.',
  };
}

export function startAnew(task: string): OperatorAction {
  return {
    title: 'Put its job into the queue again',
    text: ruby([`Tasker::TaskRunnerJob.perform_later(${task})`]),
    words: 'Does no harm to a task that has a job already: a second one ends at once.',
  };
}

export function cancelTask(task: string): OperatorAction {
  return {
    title: 'Cancel the task',
    text: `curl -X DELETE "$TASKER_URL/tasks/${task}"`,
    words: 'Keeps its rows and ends it for good. A task in error cannot be cancelled.',
  };
}

function ruby(lines: readonly string[]): string {
  return [CONSOLE, ...lines].join('\n');
}
