/** Everything a command may touch of the outside world besides files; tests pass their own. */
import pc from 'picocolors';

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths are meant from. */
  readonly cwd: string;
  /** Where the examples may lie, nearest first. */
  readonly examplesFolders: readonly string[];
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Milliseconds of a running clock, for progress only. */
  readonly clock: () => number;
}

export type Colours = ReturnType<typeof pc.createColors>;

export const NO_COLOURS: Colours = pc.createColors(false);

/** Width of text output where no terminal says otherwise. */
const DEFAULT_WIDTH = 100;
const NARROWEST = 60;
const WIDEST = 200;

/** Colours of one output: only on a terminal, and never when NO_COLOR or --no-color says so. */
export function coloursFor(output: Output, { env }: Io, wanted: boolean): Colours {
  const isRefused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return pc.createColors(wanted && output.isTerminal && !isRefused);
}

/** Columns to fill, within what is still readable. */
export function widthOf({ columns }: Output): number {
  return Math.min(Math.max(columns ?? DEFAULT_WIDTH, NARROWEST), WIDEST);
}

/** Writes lines, each ended. */
export function writeLines(output: Output, lines: readonly string[]): void {
  if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
}
