/** Waits for what comes in its own time: on a machine that has much to do, that may be long. */
import { expect } from 'vitest';

export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 30_000, interval: 50 });
}
