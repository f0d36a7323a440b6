/**
 * From arguments to an exit code. Every command answers with its code; a command line that cannot be understood
 * is 64, help and version are 0.
 */
import { CommanderError } from 'commander';
import { loadProduction } from './engine.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { OpenProduction } from './inspect/production.ts';
import type { Io } from './io.ts';
import { coloursFor } from './io.ts';
import { createProgram } from './program.ts';
import { withoutSecrets } from './without-secrets.ts';

/** @param openProduction The engine that looks into a database; tests pass their own. */
export async function runCli(
  args: readonly string[],
  io: Io,
  openProduction: OpenProduction = loadProduction,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram(io, (answer) => (code = answer), openProduction);
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
    io.stderr.write(`${colours.red('This should not happen:')} ${withoutSecrets(text)}\n`);
    return EXIT.internal;
  }
}
