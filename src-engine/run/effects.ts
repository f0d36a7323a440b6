/**
 * What a run asks of the database. The coordinator is written as a straight line that yields one question at a time;
 * a driver collects the questions of all runs and answers each kind with one set-wise SQL call.
 */
import type { Json, JsonObject } from '../template/template.ts';
import type {
  ContextAnswer,
  ReadyAsk,
  StepChange,
  StepChanged,
  TaskChange,
  TaskChanged,
} from '../store/calls/workbench-calls.ts';

export type Effect =
  | { readonly kind: 'steps'; readonly changes: readonly StepChange[] }
  | { readonly kind: 'task'; readonly change: TaskChange }
  | { readonly kind: 'ready'; readonly ask: ReadyAsk }
  | { readonly kind: 'context'; readonly task: number; readonly at: string }
  | { readonly kind: 'results'; readonly stepIds: readonly number[] }
  | { readonly kind: 'reset_attempts'; readonly stepIds: readonly number[]; readonly at: string }
  | { readonly kind: 'amend'; readonly change: RowChange }
  | Rest;

/** Nothing is asked: the run looks at what happens next, and what is planned may still be changed. */
export interface Rest {
  readonly kind: 'rest';
}

/** What somebody with a console changes in a row; the loop never does. */
export type RowChange =
  | { readonly what: 'retry_limit'; readonly step: number; readonly limit: number; readonly at: string }
  | { readonly what: 'context'; readonly task: number; readonly context: JsonObject; readonly at: string };

export type Answer =
  | { readonly kind: 'steps'; readonly rows: readonly StepChanged[] }
  | { readonly kind: 'task'; readonly row: TaskChanged }
  | { readonly kind: 'ready'; readonly stepIds: readonly number[] }
  | { readonly kind: 'context'; readonly answer: ContextAnswer }
  | { readonly kind: 'results'; readonly results: readonly Json[] }
  | { readonly kind: 'reset_attempts' }
  | { readonly kind: 'amend' }
  | Rest;

/** A piece of a run: yields effects, is given their answers, returns a value. */
export type Running<Result> = Generator<Effect, Result, Answer>;

/** Moves steps; one row a change, in order. An empty list asks nothing. */
export function* changeSteps(changes: readonly StepChange[]): Running<readonly StepChanged[]> {
  if (changes.length === 0) return [];
  const answer = yield { kind: 'steps', changes };
  return answer.kind === 'steps' ? answer.rows : mismatch('steps', answer);
}

export function* changeTask(change: TaskChange): Running<TaskChanged> {
  const answer = yield { kind: 'task', change };
  return answer.kind === 'task' ? answer.row : mismatch('task', answer);
}

export function* askReady(ask: ReadyAsk): Running<readonly number[]> {
  const answer = yield { kind: 'ready', ask };
  return answer.kind === 'ready' ? answer.stepIds : mismatch('ready', answer);
}

export function* askContext(task: number, at: string): Running<ContextAnswer> {
  const answer = yield { kind: 'context', task, at };
  return answer.kind === 'context' ? answer.answer : mismatch('context', answer);
}

export function* askResults(stepIds: readonly number[]): Running<readonly Json[]> {
  if (stepIds.length === 0) return [];
  const answer = yield { kind: 'results', stepIds };
  return answer.kind === 'results' ? answer.results : mismatch('results', answer);
}

export function* resetAttempts(stepIds: readonly number[], at: string): Running<void> {
  const answer = yield { kind: 'reset_attempts', stepIds, at };
  if (answer.kind !== 'reset_attempts') mismatch('reset_attempts', answer);
}

/** Stands wherever virtual time is about to go on; costs nothing. */
export function* rest(): Running<void> {
  const answer = yield REST;
  if (answer.kind !== 'rest') mismatch('rest', answer);
}

export const REST: Rest = { kind: 'rest' };

export function* amend(change: RowChange): Running<void> {
  const answer = yield { kind: 'amend', change };
  if (answer.kind !== 'amend') mismatch('amend', answer);
}

function mismatch(asked: Effect['kind'], answer: Answer): never {
  throw new Error(`asked ${asked}, answered ${answer.kind}: the driver mixed up two runs`);
}
