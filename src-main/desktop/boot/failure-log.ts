/** Where failures of main go: a small file beside the settings, with nothing in it that a user typed. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { redacted } from './redacted.ts';

/** Then it is begun anew; one older file is kept. */
const MOST_BYTES = 256_000;

export type Report = (message: string, error?: unknown) => void;

/** Synchronous: it is used when the program may not live to the next turn. */
export function createFailureLog(path: string, now: () => Date): Report {
  return (message, error) => {
    const detail = error === undefined ? '' : `: ${describe(error)}`;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(path, `${path}.1`);
      appendFileSync(path, `${now().toISOString()} ${redacted(`${message}${detail}`)}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere left to say it.
    }
  };
}

/** Whatever nobody caught is written down; the program goes on, because an unsaved text is worth more. */
export function setupFailureLog(report: Report): void {
  process.on('uncaughtException', (error) => report('not caught', error));
  process.on('unhandledRejection', (error) => report('promise not caught', error));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
