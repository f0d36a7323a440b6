/** `test`: runs scenarios and says whether what they expect comes true; again whenever a file changes, when asked to. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ProfileName } from '../../../src-engine/simulate/scenario.ts';
import { loadTester } from '../engine.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { coloursFor, writeLines } from '../io.ts';
import { junitXml } from '../render/tests/junit.ts';
import { renderTemplate, renderTest, renderTestSummary } from '../render/tests/text.ts';
import { runTest } from '../testing/run-test.ts';
import type { TestTarget } from '../testing/test-targets.ts';
import { testTargets } from '../testing/test-targets.ts';
import type { Tested } from '../testing/tested.ts';
import { verdictOf } from '../testing/tested.ts';
import type { Tester } from '../testing/tester.ts';
import { changesOf } from '../testing/watch-files.ts';

export interface TestCommandOptions {
  readonly profile?: ProfileName;
  /** Only scenarios whose file or title holds it. */
  readonly filter?: string;
  readonly junit?: string;
  readonly json?: boolean;
  readonly bail?: boolean;
  readonly watch?: boolean;
  readonly color: boolean;
}

export async function test(paths: readonly string[], options: TestCommandOptions, io: Io): Promise<ExitCode> {
  const tester = await loadTester();
  try {
    const code = await testAll(paths, options, io, tester);
    if (options.watch !== true) return code;
    // Ends with Ctrl-C alone.
    for await (const changed of changesOf(paths, io)) {
      writeLines(io.stdout, ['', `${changed.join(', ')} changed.`, '']);
      await testAll(paths, options, io, tester);
      writeLines(io.stdout, [WAITING]);
    }
    return EXIT.cancelled;
  } finally {
    await tester.close();
  }
}

const WAITING = 'Waiting for changes; Ctrl-C ends it.';

async function testAll(
  paths: readonly string[],
  options: TestCommandOptions,
  io: Io,
  tester: Tester,
): Promise<ExitCode> {
  const start = io.clock();
  const { targets, empty } = await testTargets(paths, io.cwd);
  const colours = coloursFor(io.stdout, io, options.color);
  writeLines(
    io.stderr,
    empty.map(
      (path) =>
        `${path}: no scenario is there. A scenario is named after its template: order.bad-day.scenario.yaml.`,
    ),
  );
  const all: Tested[] = [];
  for (const target of targets.filter((each) => isWanted(each, options))) {
    io.signal.throwIfAborted();
    const { cwd, signal, clock } = io;
    const tested = await runTest(target, { tester, cwd, signal, clock, profile: options.profile });
    if (options.json !== true) {
      const isFirst = all.at(-1)?.template !== tested.template || all.length === 0;
      writeLines(io.stdout, [
        ...(isFirst ? [renderTemplate(tested.template, colours)] : []),
        ...renderTest(tested, colours),
      ]);
    }
    all.push(tested);
    if (options.bail === true && verdictOf(tested) !== 'met') break;
  }
  if (options.json === true) io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  else writeLines(io.stdout, ['', renderTestSummary(all, (io.clock() - start) / 1_000, colours)]);
  const isWritten = await writeJunit(all, options, io);
  return isWritten && empty.length === 0 ? verdict(all) : EXIT.badInput;
}

function isWanted({ scenario }: TestTarget, { filter }: TestCommandOptions): boolean {
  return filter === undefined || scenario.toLowerCase().includes(filter.toLowerCase());
}

function verdict(all: readonly Tested[]): ExitCode {
  const verdicts = all.map(verdictOf);
  if (verdicts.includes('bad')) return EXIT.badInput;
  return verdicts.includes('unmet') ? EXIT.notCompleted : EXIT.ok;
}

/** False when the file cannot be written; the results are on the screen all the same. */
async function writeJunit(all: readonly Tested[], { junit }: TestCommandOptions, io: Io): Promise<boolean> {
  if (junit === undefined) return true;
  try {
    await writeFile(resolve(io.cwd, junit), junitXml(all));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    writeLines(io.stderr, [`${junit}: the report cannot be written: ${reason}. Check the folder.`]);
    return false;
  }
}
