/**
 * One run: one task, its agenda in virtual time, and the events it has told so far.
 * Holds plans and identities only. Every state stays in Tasker's tables and is asked for.
 */
import type { AttemptInput, AttemptOutcome, Handler } from '../handlers/handler.ts';
import type { EventName, PayloadOf } from '../events/event.ts';
import type { Action } from '../simulate/scenario.ts';
import type { JsonObject, StepTemplate, Template } from '../template/template.ts';
import { Agenda } from './time/agenda.ts';
import type { Profile } from './profile.ts';
import { isoTime, sqlTime } from './time/virtual-time.ts';

export type AgendaItem =
  | { readonly kind: 'job'; readonly execution: number }
  | {
      readonly kind: 'step_ends';
      readonly step: RunStep;
      readonly attempt: number;
      readonly startedAt: number;
      readonly outcome: AttemptOutcome;
      /** What it was planned from: a fork plans it anew. */
      readonly input: AttemptInput;
    }
  | { readonly kind: 'slice_over'; readonly slice: Slice }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'recovery'; readonly steps: readonly RunStep[] };

/** When the attempts of a slice end, in their order: what its own end follows from. */
export interface Slice {
  readonly from: number;
  readonly ends: readonly { readonly step: number; readonly at: number }[];
}

export interface RunStep {
  readonly id: number;
  readonly template: StepTemplate;
}

export interface RunSetup {
  readonly runId: number;
  readonly taskId: number;
  readonly stepIds: readonly number[];
  readonly template: Template;
  readonly profile: Profile;
  readonly handler: Handler;
  readonly context: JsonObject;
  /** Uniform integer in [from, to], drawn from the run's seed by a key: the same key gives the same number. */
  readonly uniformInt: (key: string, from: number, to: number) => number;
  readonly startMs: number;
  readonly concurrency: number;
  readonly recoveryMs: number;
  readonly limits: { readonly events: number; readonly virtualMs: number };
}

export interface RunEvent {
  readonly run: number;
  readonly seq: number;
  /** ISO-8601 virtual time. */
  readonly at: string;
  readonly name: string;
  readonly payload: JsonObject;
}

/** How a run stops before its agenda is empty. */
export type EarlyEnd = 'spinning' | 'limit_reached';

/** Thrown inside a run to leave every nested wait at once; never leaves the engine. */
export class RunEnded extends Error {
  readonly outcome: EarlyEnd;

  constructor(outcome: EarlyEnd) {
    super(outcome);
    this.outcome = outcome;
  }
}

export class TaskRun {
  /** A fork may go on with other limits. */
  setup: RunSetup;
  readonly agenda = new Agenda<AgendaItem>();
  readonly steps: ReadonlyMap<number, RunStep>;
  readonly #stepIdByName = new Map<string, number>();
  now: number;
  /** What decides how attempts end; a fork goes on with another one. */
  handler: Handler;
  /** Of the task, as handlers read it; an action may replace it. */
  context: JsonObject;
  /** Steps started by the living worker that have not ended. */
  readonly running = new Set<number>();
  /** Steps that were completed since the last discovery, whichever batch they belong to. */
  readonly completed = new Set<number>();
  /** Steps whose last attempt failed: with the children of completed steps, all that can become ready. */
  readonly failed = new Set<number>();
  /** Set by anything from outside the loop (an action, a recovery): the next discovery looks at every step. */
  rescan = true;
  /**
   * Step ends up to this virtual time are written together. A host that shows a run as it goes keeps it near its clock, so
   * that the rows are not far ahead of what it shows; the log is the same either way.
   */
  horizon = Infinity;
  /** Set when an action cancelled the task. */
  cancelled = false;
  /** When a failed attempt may be repeated, as SQL said it: step id → virtual time by attempt. For the report only. */
  readonly retryTimes = new Map<number, Map<number, number>>();
  readonly #executions = new Map<number, number>();
  #seq = 0;
  #events: RunEvent[] = [];

  constructor(setup: RunSetup) {
    this.setup = setup;
    this.now = setup.startMs;
    this.handler = setup.handler;
    this.context = setup.context;
    const steps = new Map<number, RunStep>();
    setup.template.steps.forEach((template, index) => {
      const id = setup.stepIds[index];
      if (id === undefined) throw new Error(`no row was created for step ${template.name}`);
      steps.set(id, { id, template });
      this.#stepIdByName.set(template.name, id);
    });
    this.steps = steps;
  }

  get taskName(): string {
    return this.setup.template.name;
  }

  /** Number of events told so far. */
  get seq(): number {
    return this.#seq;
  }

  sqlNow(): string {
    return sqlTime(this.now);
  }

  step(id: number): RunStep {
    const step = this.steps.get(id);
    if (step === undefined) throw new Error(`step ${id} is not of task ${this.setup.taskId}`);
    return step;
  }

  /** Whether any step was ever started. */
  get hasExecuted(): boolean {
    return this.#executions.size > 0;
  }

  /**
   * Which execution of the step begins now, 1 for the first. Unlike `attempts` it never goes back: after an operator's
   * reset the next execution meets the next fault of the scenario, not the first one again.
   */
  nextExecution(stepId: number): number {
    const execution = (this.#executions.get(stepId) ?? 0) + 1;
    this.#executions.set(stepId, execution);
    return execution;
  }

  /** The step of that name; undefined when the template has none. */
  stepNamed(name: string): RunStep | undefined {
    const id = this.#stepIdByName.get(name);
    return id === undefined ? undefined : this.steps.get(id);
  }

  /** Adds an event at `at` (default: now). It reaches the log with the transaction of the changes it tells of. */
  emit<Name extends EventName>(name: Name, payload: PayloadOf<Name>, at: number = this.now): void {
    this.#seq += 1;
    this.#events.push({ run: this.setup.runId, seq: this.#seq, at: isoTime(at), name, payload });
  }

  /** Takes over what was told elsewhere, as the beginning of this run. */
  retell(events: readonly Omit<RunEvent, 'run' | 'seq'>[]): void {
    for (const event of events) {
      this.#seq += 1;
      this.#events.push({ run: this.setup.runId, seq: this.#seq, ...event });
    }
  }

  /** Takes the events that are not in the log yet. */
  takeEvents(): readonly RunEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Whether a limit of the scenario keeps the run from reaching `at`; `planned` events are about to be told. */
  isBeyondLimit(at: number, planned = 0): boolean {
    const { limits, startMs } = this.setup;
    return at - startMs > limits.virtualMs || this.#seq + planned >= limits.events;
  }

  /** Moves the clock forward; ends the run when a limit of the scenario is reached. */
  advanceTo(at: number): void {
    if (this.isBeyondLimit(at)) throw new RunEnded('limit_reached');
    if (at > this.now) this.now = at;
  }
}
