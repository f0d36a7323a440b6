/**
 * A step's part of the report, folded from its transition rows. Waits are what lies between: for parents, for the
 * retry delay that SQL reported, and for the queue (slices, re-enqueue delays, recovery).
 */
import type { StepSnapshot, TaskSnapshot } from '../store/calls/task-snapshot.ts';
import { fromSqlTime, isoTime } from '../run/time/virtual-time.ts';
import type { Json } from '../template/template.ts';
import type { StepReport, StepSpan } from './report.ts';

export interface StepReportInput {
  readonly snapshot: TaskSnapshot;
  readonly step: StepSnapshot;
  readonly startMs: number;
  readonly endMs: number;
  /** By attempt: when SQL said the attempt may start. */
  readonly retryTimes: ReadonlyMap<number, number> | undefined;
  readonly reason: string | null;
}

export function stepReport(input: StepReportInput): StepReport {
  const { snapshot, step } = input;
  const { readiness } = step;
  const first = step.transitions.find(({ to }) => to === 'in_progress');
  const last = step.transitions.at(-1);
  const names = new Map(snapshot.steps.map((each) => [each.readiness.workflow_step_id, each.readiness.name]));
  return {
    name: readiness.name,
    dependsOn: step.parents.flatMap((id) => names.get(id) ?? []),
    state: readiness.current_state,
    attempts: readiness.attempts,
    retryLimit: readiness.retry_limit,
    startedAt: first === undefined ? null : isoTime(fromSqlTime(first.at)),
    endedAt: last === undefined ? null : isoTime(fromSqlTime(last.at)),
    spans: spansOf(input),
    results: step.results,
    error: readiness.current_state === 'error' ? errorMessage(step.results) : null,
    reason: input.reason,
  };
}

function spansOf(input: StepReportInput): readonly StepSpan[] {
  const spans: StepSpan[] = [];
  const since = (ms: number): number => ms - input.startMs;
  let attempt = 0;
  let waitingFrom = input.startMs;
  let openFrom: number | null = null;
  for (const { to, at } of input.step.transitions) {
    const time = fromSqlTime(at);
    if (to === 'in_progress') {
      attempt += 1;
      spans.push(...waits(input, attempt, waitingFrom, time));
      openFrom = time;
    } else if (openFrom !== null) {
      const detail = to === 'complete' || to === 'cancelled' ? to : 'error';
      spans.push({ kind: 'attempt', fromMs: since(openFrom), toMs: since(time), attempt, detail });
      openFrom = null;
      waitingFrom = time;
    }
  }
  if (openFrom !== null) {
    spans.push({
      kind: 'attempt',
      fromMs: since(openFrom),
      toMs: since(input.endMs),
      attempt,
      detail: 'running',
    });
  }
  return spans;
}

/** The wait before an attempt, split where the parents were done or the retry delay was over. */
function waits(input: StepReportInput, attempt: number, from: number, to: number): readonly StepSpan[] {
  const border = attempt === 1 ? parentsDone(input) : input.retryTimes?.get(attempt);
  const first = attempt === 1 ? 'dependencies' : 'backoff';
  const middle = Math.min(Math.max(border ?? to, from), to);
  const span = (detail: StepSpan['detail'], start: number, end: number): StepSpan[] =>
    end > start
      ? [{ kind: 'wait', fromMs: start - input.startMs, toMs: end - input.startMs, attempt, detail }]
      : [];
  return [...span(first, from, middle), ...span('queue', middle, to)];
}

function parentsDone({ snapshot, step, startMs }: StepReportInput): number {
  const parents = new Set(step.parents);
  const ends = snapshot.steps
    .filter((each) => parents.has(each.readiness.workflow_step_id))
    .flatMap((each) => each.transitions.at(-1)?.at ?? []);
  return Math.max(startMs, ...ends.map(fromSqlTime));
}

function errorMessage(results: Json): string | null {
  if (results === null || typeof results !== 'object' || !('error' in results)) return null;
  const message = results['error'];
  return typeof message === 'string' ? message : JSON.stringify(message);
}
