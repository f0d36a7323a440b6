/** The program around the server: options in, address out, engine beside it, ended by Ctrl-C. */
import { randomBytes } from 'node:crypto';
import { version } from '../../package.json';
import { CLOSE } from '../../src-shared/browser/close-codes.ts';
import { newToken } from './access/access.ts';
import { EngineWorker } from './engine/engine-worker.ts';
import type { ServeOptions, Serving } from './serve.ts';
import { serve } from './serve.ts';
import { parseServerOptions } from './server-options.ts';
import { endOnSignals } from './shutdown.ts';

export interface ServerProgram {
  readonly args: readonly string[];
  /** Built beside each other: the worker of the engine, and the page. */
  readonly workerScript: URL;
  readonly pageFolder: string;
  /** Default: a new one. */
  readonly token?: string | undefined;
  readonly pagePort?: number | undefined;
}

/** Runs until it is ended; sets the exit code when it cannot start. */
export async function runServer(program: ServerProgram): Promise<void> {
  const parsed = parseServerOptions(program.args, process.cwd());
  if (parsed.kind === 'wrong') return fail(parsed.words, parsed.code);
  const { port, files } = parsed.options;
  let serving: Serving | undefined;
  const engine = new EngineWorker({
    script: program.workerScript,
    workerData: () => ({ granted: files, version, nonce: randomBytes(8).toString('hex') }),
    say,
    onEnded: () => serving?.disconnect(CLOSE.engineEnded),
  });
  const options = { ...program, port, token: program.token ?? newToken(), connectEngine: engine.connect };
  try {
    serving = await serve(options satisfies ServeOptions);
  } catch (error) {
    await engine.stop();
    return fail(whyNotListening(error, port), 1);
  }
  const { close } = serving;
  endOnSignals(async () => void (await Promise.all([close(), engine.stop()])));
  process.stdout.write(`Workbench: ${serving.address}\nOpen it in a browser. Ctrl-C ends it.\n`);
  return undefined;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(words: string, code: number): void {
  say(words);
  process.exitCode = code;
}

function whyNotListening(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another one, or leave --port out to get a free one.`;
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023.`;
  return `The server could not be started: ${error instanceof Error ? error.message : String(error)}`;
}
