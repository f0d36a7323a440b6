/**
 * The engine in a thread of its own, started again when it ends by itself. Never on the thread of the server: PGlite blocks
 * while it works, and the page would not even load.
 */
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel, Worker } from 'node:worker_threads';
import { restartDelay } from './restart-delay.ts';

export interface EngineOptions {
  readonly script: URL;
  /** Given to every worker that is started. */
  workerData(): unknown;
  /** Told in a sentence when it ended. */
  say(sentence: string): void;
  /** After it ended; the next one is started or planned already. */
  onEnded(): void;
}

export class EngineWorker {
  readonly #options: EngineOptions;
  readonly #restarts: number[] = [];
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#start();
  }

  /** A new line to it; undefined while it is down. */
  readonly connect = (): MessagePort | undefined => {
    if (this.#worker === undefined) return undefined;
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ type: 'connect', port: port2 }, [port2]);
    return port1;
  };

  /** Ends it for good, in the middle of whatever it does. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #start(): void {
    const worker = new Worker(this.#options.script, { workerData: this.#options.workerData() });
    let reason = 'without a word';
    worker.on('error', (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.once('exit', () => {
      this.#worker = undefined;
      if (!this.#isStopped) this.#restart(reason);
    });
    this.#worker = worker;
  }

  #restart(reason: string): void {
    const now = performance.now();
    const delay = restartDelay(this.#restarts, now);
    this.#restarts.push(now + delay);
    const when =
      delay === 0 ? 'It is started again.' : `It is started again in ${Math.ceil(delay / 1000)} s.`;
    this.#options.say(`The engine ended: ${reason}. ${when}`);
    if (delay === 0) this.#start();
    else this.#timer = setTimeout(() => this.#start(), delay);
    this.#options.onEnded();
  }
}
