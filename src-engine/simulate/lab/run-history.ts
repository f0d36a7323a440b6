/**
 * Keeps, while a run goes, what going back needs: its transcript, and a version of every row that changed. A version counts
 * from the event on that tells of the change, so a moment shows neither more nor less than was told.
 */
import type { EventName } from '../../events/event.ts';
import type { RunEvent, TaskRun } from '../../run/task-run.ts';
import type { LogPart } from '../../store/calls/event-log.ts';
import type { ChangedStep, VersionsOf } from '../../store/calls/world-calls.ts';
import { keepStepVersions, keepTaskVersion } from '../../store/calls/world-calls.ts';
import type { Queryable } from '../../store/database.ts';
import type { Round } from '../driver.ts';
import { Transcript } from './transcript.ts';

const CRASHED = 'workbench.worker_crashed' satisfies EventName;

export class RunHistory {
  readonly transcript: Transcript;
  /** The runs this one came from, the oldest first. */
  readonly ancestors: readonly LogPart[];
  /** Changed, but not told yet. */
  #steps = new Set<number>();
  #isTaskChanged = false;
  #hasCrashed: boolean;

  constructor(
    transcript: Transcript = new Transcript(),
    ancestors: readonly LogPart[] = [],
    hasCrashed = false,
  ) {
    this.#hasCrashed = hasCrashed;
    this.transcript = transcript;
    this.ancestors = ancestors;
  }

  /** Whether a worker died, here or in a run this one came from. */
  get hasCrashed(): boolean {
    return this.#hasCrashed;
  }

  /** The versions that say how rows looked right after event `seq` of run `run`. */
  versions(run: number, seq: number): readonly VersionsOf[] {
    return this.partsUpTo(run, seq);
  }

  /** Where the log up to event `seq` lies: with the runs it came from, then with run `run` itself. */
  partsUpTo(run: number, seq: number): readonly LogPart[] {
    const before = this.ancestors.map(({ run: id, last }) => ({ run: id, last: Math.min(last, seq) }));
    return [...before, { run, last: seq }];
  }

  /** Of a task that was only just created. */
  async begin(tx: Queryable, { setup }: TaskRun): Promise<void> {
    await keepStepVersions(
      tx,
      setup.runId,
      setup.stepIds.map((step) => ({ step, seq: 0 })),
    );
    await keepTaskVersion(tx, setup.runId, setup.taskId, 0);
  }

  async onRound(tx: Queryable, { run, effect, answer, events }: Round): Promise<void> {
    this.transcript.record(answer);
    if (answer.kind === 'steps') {
      for (const row of answer.rows) if (row.applied) this.#steps.add(row.workflow_step_id);
    }
    if (effect.kind === 'reset_attempts') for (const step of effect.stepIds) this.#steps.add(step);
    if (effect.kind === 'amend') this.#amended(effect.change);
    if (answer.kind === 'task' && answer.row.applied) this.#isTaskChanged = true;
    if (events.some(({ name }) => name === CRASHED)) this.#hasCrashed = true;
    if (events.length > 0) await this.#keep(tx, run, events);
  }

  #amended(change: Extract<Round['effect'], { kind: 'amend' }>['change']): void {
    if (change.what === 'context') this.#isTaskChanged = true;
    else this.#steps.add(change.step);
  }

  async #keep(tx: Queryable, run: TaskRun, events: readonly RunEvent[]): Promise<void> {
    const { runId, taskId } = run.setup;
    if (this.#steps.size > 0) {
      await keepStepVersions(tx, runId, tagged(run, this.#steps, events));
      this.#steps = new Set();
    }
    if (this.#isTaskChanged) {
      const about = events.find(({ name }) => name.startsWith('task.')) ?? events[0];
      await keepTaskVersion(tx, runId, taskId, about?.seq ?? run.seq);
      this.#isTaskChanged = false;
    }
  }
}

/** Each with the first event about it; what none is about counts from the first of them. */
function tagged(
  run: TaskRun,
  steps: ReadonlySet<number>,
  events: readonly RunEvent[],
): readonly ChangedStep[] {
  const told = new Map<unknown, number>();
  for (const { payload, seq } of events) {
    const name = payload['step_name'];
    if (name !== undefined && !told.has(name)) told.set(name, seq);
  }
  const first = events[0]?.seq ?? run.seq;
  return [...steps].map((step) => ({ step, seq: told.get(run.step(step).template.name) ?? first }));
}
