/**
 * What a run asked of the database and what it was answered. A run is a generator that decides nothing by itself, so another
 * one that is given the same answers comes to the same place, without a database and in a few milliseconds. Going back is that,
 * and a fork goes on from there.
 */
import type { Answer, Effect, Running } from '../../run/effects.ts';
import type { TaskRun } from '../../run/task-run.ts';
import type { StepChanged } from '../../store/calls/workbench-calls.ts';
import type { Json } from '../../template/template.ts';

/** Changes of steps stand one by one: how many were asked together depends on the pace, their order does not. */
type Entry =
  | { readonly kind: 'step'; readonly row: StepChanged }
  | { readonly kind: 'other'; readonly answer: Exclude<Answer, { readonly kind: 'steps' | 'rest' }> };

export class Transcript {
  readonly #entries: Entry[];

  constructor(entries: readonly Entry[] = []) {
    this.#entries = [...entries];
  }

  record(answer: Answer): void {
    if (answer.kind === 'rest') return;
    if (answer.kind !== 'steps') this.#entries.push({ kind: 'other', answer });
    else for (const row of answer.rows) this.#entries.push({ kind: 'step', row });
  }

  reader(): TranscriptReader {
    return new TranscriptReader(this.#entries);
  }
}

/** Where a run is in its life: the question it asks next, or that it is over and how. */
export type Standing<Result> =
  { readonly kind: 'asks'; readonly effect: Effect } | { readonly kind: 'over'; readonly result: Result };

export class TranscriptReader {
  readonly #entries: readonly Entry[];
  #position = 0;
  readonly #results = new Map<number, Json>();

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** What the steps had left when the reader came here, by id. */
  get results(): ReadonlyMap<number, Json> {
    return this.#results;
  }

  /** What was read so far, to go on from. */
  read(): Transcript {
    return new Transcript(this.#entries.slice(0, this.#position));
  }

  /** Answers the run until it has told event `last`, or more where it tells several in one stroke. */
  lead<Result>(
    run: TaskRun,
    running: Running<Result>,
    last: number,
    from?: Standing<Result>,
  ): Standing<Result> {
    let standing = from ?? standingOf(running.next());
    while (standing.kind === 'asks' && run.seq < last) {
      standing = standingOf(running.next(this.#answer(standing.effect)));
    }
    return standing;
  }

  #answer(effect: Effect): Answer {
    if (effect.kind === 'rest') return effect;
    if (effect.kind === 'steps') return { kind: 'steps', rows: effect.changes.map(() => this.#row()) };
    const entry = this.#entries[this.#position++];
    if (entry?.kind !== 'other' || entry.answer.kind !== effect.kind) throw unlike(effect.kind);
    return entry.answer;
  }

  #row(): StepChanged {
    const entry = this.#entries[this.#position++];
    if (entry?.kind !== 'step') throw unlike('steps');
    if (entry.row.applied) this.#results.set(entry.row.workflow_step_id, entry.row.results);
    return entry.row;
  }
}

function standingOf<Result>(next: IteratorResult<Effect, Result>): Standing<Result> {
  return next.done === true ? { kind: 'over', result: next.value } : { kind: 'asks', effect: next.value };
}

function unlike(kind: Effect['kind']): Error {
  return new Error(`a run that was repeated asked for ${kind}, which it had not asked for there`);
}
