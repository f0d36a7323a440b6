/** What the words of all commands have in common. */
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Told by the command that ran. */
export type Answer = (code: ExitCode) => void;

/**
 * What all commands have in common. Wherever --no-color stands, the program itself takes it: commands are listed with it
 * for their help only, and read their options together with those of the program.
 */
export function shared(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .helpOption('--help', 'print this help')
    .option('--no-color', 'no colours, even on a terminal')
    .configureHelp({ helpWidth: Math.min(io.stdout.columns ?? 100, 100), showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // It repeats what it does not know, which may be a URL with a password in it.
      writeErr: (text) => io.stderr.write(withoutSecrets(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

export function exits(text: string): string {
  return `\nExit codes:\n  ${text}`;
}

export function example(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
