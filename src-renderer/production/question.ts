/**
 * A question to the production database and its last answer. At most one is under way: asking anew, and leaving the view, abort the
 * call, and the server is told to stop. What goes wrong is kept beside the answer and shown in its place.
 */
import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import { engine } from '../api/engine.ts';
import type { Failure } from '../api/failure.ts';
import { failureOf } from '../api/failure.ts';
import { openConnection, useProduction } from '../store/production/production.ts';

export interface Answer<Value> {
  /** The last one that came; null before the first. */
  readonly value: Value | null;
  /** What it is the answer to. */
  readonly of: string | null;
  readonly isBusy: boolean;
  /** Why there is no newer answer; null when there is. */
  readonly failure: Failure | null;
}

export interface Asking {
  readonly production: EngineClient['production'];
  readonly connection: string;
  readonly signal: AbortSignal;
}

const all = new Set<{ readonly forget: () => void }>();

export class Question<Value> {
  readonly use: UseBoundStore<StoreApi<Answer<Value>>> = create<Answer<Value>>(() => ({
    value: null,
    of: null,
    isBusy: false,
    failure: null,
  }));
  #controller = new AbortController();

  constructor() {
    all.add(this);
  }

  /** Null: it failed, or nobody waits for the answer any more. `of` tells answers apart. */
  async ask(of: string, work: (asking: Asking) => Promise<Value>): Promise<Value | null> {
    this.leave();
    const connection = openConnection(useProduction.getState());
    if (connection === null) return null;
    const { signal } = (this.#controller = new AbortController());
    const isOther = this.use.getState().of !== of;
    this.use.setState({ of, isBusy: true, failure: null, ...(isOther ? { value: null } : {}) });
    try {
      const { production } = await engine(signal);
      const value = await work({ production, connection, signal });
      if (signal.aborted) return null;
      this.use.setState({ value, isBusy: false });
      return value;
    } catch (error) {
      if (signal.aborted) return null;
      noteClosed(error, connection);
      this.use.setState({ isBusy: false, failure: failureOf(error) });
      return null;
    }
  }

  /** Aborts the call that is under way; the last answer stays. */
  leave(): void {
    this.#controller.abort();
    if (this.use.getState().isBusy) this.use.setState({ isBusy: false });
  }

  forget(): void {
    this.leave();
    this.use.setState({ value: null, of: null, failure: null });
  }

  /** Whether there is an answer to this. */
  has(of: string): boolean {
    const { value, of: known } = this.use.getState();
    return value !== null && known === of;
  }
}

/** What was read of a database goes with the connection. */
export function forgetAnswers(): void {
  for (const question of all) question.forget();
}

/** A connection that is closed on the other side is told once, in the frame of the window. */
export function noteClosed(error: unknown, connection: string): void {
  const { phase } = useProduction.getState();
  if (phase.kind !== 'open' || phase.id !== connection || failureOf(error).code !== 'NO_SUCH_CONNECTION')
    return;
  useProduction.setState({ phase: { kind: 'lost', saved: phase.saved, facts: phase.facts } });
}
