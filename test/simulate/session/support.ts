/** Desks over a test database, with timers that a test moves, and the log that every session has to give. */
import { setImmediate } from 'node:timers/promises';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import type { Speed, Tick } from '../../../src-engine/simulate/session/pace.ts';
import { DatabaseHolder } from '../../../src-engine/simulate/session/database-holder.ts';
import { RunDesk } from '../../../src-engine/simulate/session/run-desk.ts';
import type { RunSession, SessionSource } from '../../../src-engine/simulate/session/run-session.ts';
import { watchRun } from '../../../src-engine/simulate/session/watch-run.ts';
import { simulate } from '../../../src-engine/simulate/simulate.ts';
import { resetSandbox } from '../../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import type { Template } from '../../../src-engine/template/template.ts';

/** Time passes as fast as it can. */
export const rushing: Tick = () => setImmediate();

/** Time passes when the test says so. */
export class HandTick {
  #waiting: (() => void) | undefined;

  readonly tick: Tick = (_ms, signal) => {
    return new Promise<void>((resolve, reject) => {
      const woken = (): void => reject(new Error('woken'));
      signal.addEventListener('abort', woken, { once: true });
      this.#waiting = () => {
        signal.removeEventListener('abort', woken);
        resolve();
      };
    });
  };

  /** Resolves when the run has done everything up to its next tick, however long the database takes. */
  async waitedFor(): Promise<void> {
    while (this.#waiting === undefined) await setImmediate();
  }

  /** Lets one tick pass and everything that follows from it happen. */
  async pass(): Promise<void> {
    this.#waiting?.();
    this.#waiting = undefined;
    await settled();
  }
}

/** Lets everything happen that waits for no timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await setImmediate();
}

export function sourceOf(template: Template, scenario: Scenario): SessionSource {
  return { template, scenario, scenarioName: scenario.name ?? null, text: '', environment: undefined };
}

export function deskOver(db: Database, tick: Tick = rushing): RunDesk {
  const open = async (): Promise<Database> => {
    await resetSandbox(db);
    return db;
  };
  return new RunDesk({ databases: new DatabaseHolder(open), nonce: 'test', tick });
}

export function start(
  desk: RunDesk,
  source: SessionSource,
  { speed = 'max', paused = false }: { readonly speed?: Speed; readonly paused?: boolean } = {},
): Promise<RunSession> {
  return desk.start({ source, speed, paused });
}

/** Everything that is shown of a run, once it is over. */
export async function logOf(session: RunSession): Promise<readonly LoggedEvent[]> {
  await session.ended;
  return session.readEvents(0, Infinity);
}

export async function watched(session: RunSession, after = 0): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const news of watchRun(session, { after, everyMs: 0 })) events.push(...news.events);
  return events;
}

/** The same run without a session. */
export async function plainRun(db: Database, { template, scenario }: SessionSource) {
  await resetSandbox(db);
  return simulate(db, { template, scenario, scenarioName: scenario.name ?? null });
}
