/**
 * One page at a time has the engine, because there is one run at a time: two pages would stop each other's runs without a
 * word. A page that comes back gets its own seat; another one is told, and may take over on the user's word.
 */
import type { Close } from '../../../src-shared/browser/close-codes.ts';
import { CLOSE } from '../../../src-shared/browser/close-codes.ts';

export interface Guest {
  /** The page's own id, the same after a reload. */
  readonly client: string;
  close(why: Close): void;
}

export class Seat {
  #holder: Guest | undefined;

  /** Whether the guest has the seat now. If not it was sent away; whoever had to leave for it was told as well. */
  take(guest: Guest, takeover: boolean): boolean {
    const former = this.#holder;
    const isSame = former?.client === guest.client;
    if (former !== undefined && !isSame && !takeover) {
      guest.close(CLOSE.inUse);
      return false;
    }
    // First the new one: closing calls `leave`, which must not empty the seat of its successor.
    this.#holder = guest;
    former?.close(isSame ? CLOSE.replaced : CLOSE.takenOver);
    return true;
  }

  leave(guest: Guest): void {
    if (this.#holder === guest) this.#holder = undefined;
  }

  /** Sends the holder away, if there is one. */
  clear(why: Close): void {
    const holder = this.#holder;
    this.#holder = undefined;
    holder?.close(why);
  }
}
