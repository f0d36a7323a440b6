/**
 * Keeps one engine process alive: starts it, starts it again when it ends, gives up when it ends too often, and ends one
 * that hangs when the user asks. Knows nothing of Electron: processes, time and timers are handed in.
 */
import type { EngineState } from '../../../src-shared/desktop/bridge.ts';
import { planRestart } from './restart-budget.ts';

/** A process that was started; each listener is called at most once. */
export interface EngineProcess {
  onSpawn(listener: () => void): void;
  onExit(listener: (code: number) => void): void;
  /** Also ends one that no longer answers. */
  kill(): void;
}

export interface SupervisorParts<P extends EngineProcess> {
  start(): P;
  /** Told of every new process, before it runs: lines can be laid to it at once. */
  started(process: P): void;
  report(state: EngineState): void;
  now(): number;
  /** Runs `action` later; the answer takes it back. */
  later(delayMs: number, action: () => void): () => void;
}

export interface Supervisor<P extends EngineProcess> {
  state(): EngineState;
  /** The process that is there, running or about to. */
  process(): P | undefined;
  start(): void;
  /** Asked for by the user: ends what is there, forgets earlier failures. */
  restart(): void;
  /** For good: the program ends. */
  stop(): void;
}

export function createSupervisor<P extends EngineProcess>(parts: SupervisorParts<P>): Supervisor<P> {
  let state: EngineState = { kind: 'starting' };
  let current: P | undefined;
  let ends: readonly number[] = [];
  let cancelWait = (): void => {};
  let isStopped = false;

  function become(next: EngineState): void {
    state = next;
    parts.report(next);
  }

  function start(): void {
    cancelWait();
    if (isStopped || current !== undefined) return;
    if (state.kind !== 'restarting') become({ kind: 'starting' });
    const process = parts.start();
    current = process;
    process.onSpawn(() => {
      if (current === process) become({ kind: 'running' });
    });
    process.onExit((code) => {
      if (current === process) ended(code);
    });
    parts.started(process);
  }

  function ended(code: number): void {
    current = undefined;
    if (isStopped) return;
    const plan = planRestart(ends, parts.now());
    ends = plan.ends;
    if (plan.delayMs === undefined) {
      become({
        kind: 'down',
        reason: `The engine ended ${ends.length} times within a minute (code ${code}).`,
      });
      return;
    }
    become({ kind: 'restarting', reason: `The engine ended unexpectedly (code ${code}).` });
    cancelWait = parts.later(plan.delayMs, start);
  }

  function restart(): void {
    if (isStopped) return;
    ends = [];
    // It is no longer the current one: whenever it is really gone, nobody listens.
    current?.kill();
    current = undefined;
    become({ kind: 'restarting', reason: 'The engine was restarted by you.' });
    start();
  }

  function stop(): void {
    isStopped = true;
    cancelWait();
    current?.kill();
    current = undefined;
  }

  return { state: () => state, process: () => current, start, restart, stop };
}
