/**
 * The page's line to the engine. Lines come and go (a restart, a dropped connection); callers ask for the current
 * one and are given it as soon as there is one.
 */
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import { useConnection } from '../store/connection.ts';

type Waiting = (client: EngineClient) => void;

let current: EngineClient | null = null;
let waiting: Waiting[] = [];
const listeners = new Set<() => void>();

/** The engine's procedures; waits while there is no line. Rejects when the signal is aborted first. */
export function engine(signal?: AbortSignal): Promise<EngineClient> {
  if (current !== null) return Promise.resolve(current);
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      waiting = waiting.filter((each) => each !== take);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('given up'));
    };
    const take: Waiting = (client) => {
      signal?.removeEventListener('abort', giveUp);
      resolve(client);
    };
    if (signal?.aborted === true) giveUp();
    else {
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.push(take);
    }
  });
}

/** Whether a call made now would be answered at once. */
export function isConnected(): boolean {
  return current !== null;
}

/** Hears of every new line. */
export function onNewLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Given by the one who made the line, after it has proved to answer. */
export async function takeLine(client: EngineClient): Promise<void> {
  const info = await client.engine.info();
  current = client;
  // For whoever measures how long it takes.
  performance.mark('engine-ready');
  useConnection.setState({ state: { kind: 'ready' }, database: info.database, version: info.version });
  const given = waiting;
  waiting = [];
  for (const take of given) take(client);
  for (const listener of listeners) listener();
}

export function dropLine(): void {
  current = null;
}
