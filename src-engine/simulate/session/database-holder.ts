/** The database of an engine: opened when it is first needed, and opened anew after it failed. */
import type { Database } from '../../store/database.ts';

export class DatabaseHolder {
  readonly #open: () => Promise<Database>;
  #opened: Promise<Database> | undefined;

  constructor(open: () => Promise<Database>) {
    this.#open = open;
  }

  /** An opening that failed is tried again by the next caller. */
  async get(): Promise<Database> {
    this.#opened ??= this.#open();
    const opened = this.#opened;
    try {
      return await opened;
    } catch (error) {
      if (this.#opened === opened) this.#opened = undefined;
      throw error;
    }
  }

  /** Lets go of a database that does not work any more; one that cannot even be closed is left to itself. */
  async discard(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    try {
      await (await opened)?.close();
    } catch {
      return;
    }
  }
}
