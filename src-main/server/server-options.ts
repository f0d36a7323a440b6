/** The command line of the server: files to give to the workbench, and a port. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ServerOptions {
  /** 0: a free one. */
  readonly port: number;
  /** Absolute paths, also of folders. Only what is named here can be opened and saved on disk from the page. */
  readonly files: readonly string[];
}

export type ParsedOptions =
  | { readonly kind: 'options'; readonly options: ServerOptions }
  | { readonly kind: 'wrong'; readonly words: string; readonly code: 2 | 64 };

export const USAGE = 'Usage: npm start -- [--browser] [--port <number>] [file.yaml … | folder …]';

const HIGHEST_PORT = 65_535;

/** @param cwd Folder that relative paths start from. */
export function parseServerOptions(args: readonly string[], cwd: string): ParsedOptions {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { port: { type: 'string' } } });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const port = portOf(parsed.values.port ?? '0');
  if (port === undefined) return wrong(`--port takes a number from 0 to ${HIGHEST_PORT}.`);
  const files = parsed.positionals.map((file) => resolve(cwd, file));
  const missing = files.find((file) => !canBeGiven(file));
  if (missing !== undefined)
    return { kind: 'wrong', words: `There is no file or folder ${missing}.`, code: 2 };
  return { kind: 'options', options: { port, files } };
}

function canBeGiven(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.isFile() || found.isDirectory());
}

function wrong(words: string): ParsedOptions {
  return { kind: 'wrong', words: `${words}\n${USAGE}`, code: 64 };
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= HIGHEST_PORT ? port : undefined;
}
