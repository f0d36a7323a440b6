/** What the engine prints, line by line to the terminal, without what lets somebody in. */
import { createInterface } from 'node:readline';
import { redacted } from '../boot/redacted.ts';

/** @param stream Null where it is thrown away. */
export function forwardOutput(stream: NodeJS.ReadableStream | null, write: (line: string) => void): void {
  if (stream === null) return;
  createInterface({ input: stream }).on('line', (line) => write(`${redacted(line)}\n`));
}
