/**
 * Messages on their way to a page. No more is handed to the socket than it can take; the rest waits here, up to a limit,
 * so that a tab that sleeps never fills our memory.
 */

/** The part of a WebSocket that is used. */
export interface Outlet {
  readonly bufferedAmount: number;
  /** `sent` is called when the operating system has it. */
  send(message: string | Uint8Array, sent: (error?: Error | null) => void): void;
}

export interface OutboxLimits {
  /** Bytes that the socket may hold before messages wait here. */
  readonly buffered: number;
  /** Characters and bytes that may wait here. */
  readonly waiting: number;
}

export const OUTBOX_LIMITS: OutboxLimits = { buffered: 1_000_000, waiting: 64_000_000 };

export class Outbox {
  readonly #outlet: Outlet;
  readonly #limits: OutboxLimits;
  #waiting: (string | Uint8Array)[] = [];
  /** Messages before this one were sent; they are cut off half an array at a time, not one by one. */
  #first = 0;
  #size = 0;

  constructor(outlet: Outlet, limits: OutboxLimits = OUTBOX_LIMITS) {
    this.#outlet = outlet;
    this.#limits = limits;
  }

  /** How much waits here, not counting what the socket holds. */
  get size(): number {
    return this.#size;
  }

  /** False when there is no room: the message, and with it the order, is lost, so the connection has to end. */
  push(message: string | Uint8Array): boolean {
    if (this.#size > 0 && this.#size + message.length > this.#limits.waiting) return false;
    this.#waiting.push(message);
    this.#size += message.length;
    this.#drain();
    return true;
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting = [];
    this.#first = 0;
    this.#size = 0;
  }

  readonly #drain = (): void => {
    while (this.#first < this.#waiting.length && this.#outlet.bufferedAmount < this.#limits.buffered) {
      const message = this.#waiting[this.#first];
      this.#first += 1;
      if (message === undefined) continue;
      this.#size -= message.length;
      this.#outlet.send(message, this.#sent);
    }
    if (this.#first > this.#waiting.length / 2) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
  };

  readonly #sent = (error?: Error | null): void => {
    // A socket that failed closes by itself, and tells.
    if (error === undefined || error === null) this.#drain();
  };
}
