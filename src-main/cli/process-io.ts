/** The real outside world: process streams, Ctrl-C, closed pipes. */
import { dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { EXIT } from './exit-codes.ts';
import type { Io, Output } from './io.ts';

/** @param entryUrl `import.meta.url` of the entry, from which the examples are found. */
export function processIo(entryUrl: string): Io {
  const entryFolder = dirname(fileURLToPath(entryUrl));
  const controller = new AbortController();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly);
  process.on('SIGINT', () => {
    // The second Ctrl-C does not wait for anything.
    if (controller.signal.aborted) process.exit(EXIT.cancelled);
    controller.abort();
  });
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    examplesFolders: ['../../resources/examples', '../resources/examples'].map((path) =>
      join(entryFolder, path),
    ),
    signal: controller.signal,
    clock: () => performance.now(),
  };
}

/** `tasker-workbench … | head -1` closes the pipe early: that is the reader's wish, not an error. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
}

function output(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: isatty(stream.fd),
    get columns() {
      return isatty(stream.fd) ? stream.columns : undefined;
    },
  };
}
