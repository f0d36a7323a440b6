/**
 * From arguments to an exit code. Every command answers with its code; a command line that cannot be understood
 * is 64, help and version are 0.
 */
import { CommanderError } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { coloursFor } from './io.ts';
import { createProgram } from './program.ts';

export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram(io, (answer) => (code = answer));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (io.signal.aborted) {
      io.stderr.write('Cancelled.\n');
      return EXIT.cancelled;
    }
    const colours = coloursFor(io.stderr, io, true);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr.write(`${colours.red('This should not happen:')} ${text}\n`);
    return EXIT.internal;
  }
}
