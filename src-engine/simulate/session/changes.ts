/** Tells any number of waiting readers that something changed; who comes late asks by the version seen last. */
export class Changes {
  #version = 0;
  readonly #waiting = new Set<() => void>();

  get version(): number {
    return this.#version;
  }

  tell(): void {
    this.#version += 1;
    // Each takes itself out of the set.
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when there is a later version than `seen`, or when the signal is aborted; leaves nothing behind. */
  after(seen: number, signal?: AbortSignal): Promise<void> {
    if (this.#version > seen || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }
}
