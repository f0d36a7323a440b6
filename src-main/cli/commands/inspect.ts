/** `inspect`: connects to a production database, asks one thing, prints the answer, and lets go. It only reads. */
import { targetInWords } from '../../../src-engine/connection/target.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { LoadedFile } from '../files/load-file.ts';
import { loadTemplate } from '../files/load-file.ts';
import { ask } from '../inspect/ask.ts';
import { failureOf } from '../inspect/failure.ts';
import type { InspectRequest } from '../inspect/inspect-request.ts';
import type { OpenProduction, Production, ProductionFacts, Trouble } from '../inspect/production.ts';
import type { StatusLine } from '../inspect/status-line.ts';
import { statusLine } from '../inspect/status-line.ts';
import type { Io } from '../io.ts';
import { coloursFor, widthOf, writeLines } from '../io.ts';
import { renderAnyway, renderWritable } from '../render/inspect/facts.ts';
import { block } from '../render/inspect/values.ts';
import { renderProblems } from '../render/problems.ts';
import { printable } from '../render/text.ts';
import { withoutSecrets } from '../without-secrets.ts';

export { inspectRequest } from '../inspect/inspect-request.ts';

export async function inspect(
  request: InspectRequest,
  io: Io,
  openProduction: OpenProduction,
): Promise<ExitCode> {
  writeLines(io.stderr, request.notes.map(printable));
  const template = await templateOf(request, io);
  if (template?.value === undefined && template !== null) {
    writeLines(io.stderr, renderProblems([template], coloursFor(io.stderr, io, request.color)));
    return EXIT.badInput;
  }
  const door = await openProduction();
  const status = statusLine(io);
  try {
    return await lookInto(door.production, request, { io, status, template });
  } catch (error) {
    status.clear();
    io.signal.throwIfAborted();
    return reportFailure(error, request, template, io);
  } finally {
    status.clear();
    await door.close();
  }
}

/** A template with errors is told before anything is connected to. */
async function templateOf({ wish }: InspectRequest, { cwd }: Io) {
  return wish.what === 'drift' ? loadTemplate(wish.file, wish.environment, cwd) : null;
}

interface Surroundings {
  readonly io: Io;
  readonly status: StatusLine;
  readonly template: LoadedFile<unknown> | null;
}

async function lookInto(
  production: Production,
  request: InspectRequest,
  { io, status, template }: Surroundings,
): Promise<ExitCode> {
  const { connection, anyway, json, color, wish } = request;
  status.show(`Connecting to ${targetInWords(connection.target)} …`);
  const opened = await production.open({ ...connection, anyway }, { signal: io.signal });
  status.clear();
  if (opened.kind === 'failed') return refuse(troubleLines(opened.trouble, request), request, io);
  if (opened.kind === 'writable') return refuseWritable(opened.facts, request, io);
  const { id, facts } = opened;
  writeLines(io.stderr, renderAnyway(facts, widthOf(io.stderr), coloursFor(io.stderr, io, color)));
  try {
    const asking = { production, connection: id, facts, template: template?.text ?? '', json, color };
    return await ask(wish, { ...asking, io, status });
  } finally {
    // The answer is on the screen, or another error is on its way.
    await production.close({ connection: id }).catch(() => {});
  }
}

function refuseWritable(facts: ProductionFacts, request: InspectRequest, io: Io): ExitCode {
  writeLines(io.stderr, renderWritable(facts, widthOf(io.stderr), coloursFor(io.stderr, io, request.color)));
  return EXIT.badInput;
}

function reportFailure(
  error: unknown,
  request: InspectRequest,
  template: LoadedFile<unknown> | null,
  io: Io,
): ExitCode {
  const failure = failureOf(error);
  if (failure === null) throw withoutPassword(error, request);
  const { problems } = failure;
  if (template !== null && problems.length > 0) {
    writeLines(
      io.stderr,
      renderProblems([{ ...template, problems }], coloursFor(io.stderr, io, request.color)),
    );
    return EXIT.badInput;
  }
  return refuse(troubleLines(failure, request), request, io);
}

function troubleLines(
  { message, hint }: Pick<Trouble, 'message' | 'hint'>,
  { connection }: InspectRequest,
): readonly string[] {
  const safe = (text: string): string => withoutSecrets(text, connection.password);
  // A hint may hold a command or a script: lines stay lines.
  return [safe(printable(message)), ...(hint === '' ? [] : block(safe(hint), '  '))];
}

function refuse([message = '', ...hint]: readonly string[], { color }: InspectRequest, io: Io): ExitCode {
  writeLines(io.stderr, [coloursFor(io.stderr, io, color).red(message), ...hint]);
  return EXIT.badInput;
}

/** What no contract foresees is told in full, for whoever mends it: all but the password. */
function withoutPassword(error: unknown, { connection: { password } }: InspectRequest): Error {
  const told = error instanceof Error ? error : new Error(String(error));
  const safe = new Error(withoutSecrets(told.message, password));
  safe.stack = withoutSecrets(told.stack ?? told.message, password);
  return safe;
}
