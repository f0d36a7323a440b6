/** An outside world in memory: what is written is kept, nothing is a terminal unless the test says so. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../../../src-main/cli/exit-codes.ts';
import type { OpenProduction } from '../../../src-main/cli/inspect/production.ts';
import type { Io } from '../../../src-main/cli/io.ts';
import { runCli } from '../../../src-main/cli/run-cli.ts';

export const EXAMPLES = fileURLToPath(new URL('../../../resources/examples', import.meta.url));

export interface CliRun {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface FakeIo {
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
  readonly clock?: () => number;
  readonly examplesFolders?: readonly string[];
  readonly openProduction?: OpenProduction;
  /** Told of what goes to stdout while the command goes on. */
  readonly onWrite?: (text: string) => void;
}

/** Runs the command line in this process. */
export async function cli(args: readonly string[], fake: FakeIo = {}): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): Io['stdout'] => ({
    write: (text) => {
      written[name] += text;
      if (name === 'stdout') fake.onWrite?.(text);
    },
    isTerminal: fake.isTerminal ?? false,
    columns: fake.columns,
  });
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: fake.env ?? {},
    cwd: fake.cwd ?? process.cwd(),
    examplesFolders: fake.examplesFolders ?? [EXAMPLES],
    signal: fake.signal ?? new AbortController().signal,
    clock: fake.clock ?? (() => 0),
  };
  const code = await runCli(args, io, fake.openProduction);
  return { code, ...written };
}

/** A folder with these files, gone after `work`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tasker-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const GOOD_TEMPLATE = `name: order
version: "1.0.0"
task_handler_class: OrderHandler
default_dependent_system: shop
schema:
  type: object
  required: [order_id]
  properties:
    order_id: { type: integer }
step_templates:
  - name: pay
    handler_class: PayHandler
  - name: ship
    handler_class: ShipHandler
    depends_on_step: pay
`;
