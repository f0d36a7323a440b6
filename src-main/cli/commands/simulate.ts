/** `simulate`: one run of a template in virtual time, as a picture, as a report or as a log. */
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import type { SimulationReport } from '../../../src-engine/simulate/report.ts';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { checkExpectation, runSimulation } from '../engine.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { SimulationInput } from '../files/simulation-input.ts';
import { loadSimulation } from '../files/simulation-input.ts';
import type { Io } from '../io.ts';
import { coloursFor, widthOf, writeLines } from '../io.ts';
import { startProgress } from '../progress.ts';
import { renderHeader } from '../render/header.ts';
import { renderProblems, renderSummary } from '../render/problems.ts';
import { renderTable } from '../render/table.ts';
import { renderTimeline } from '../render/timeline.ts';
import { renderVerdict } from '../render/verdict.ts';

export interface SimulateCommandOptions {
  readonly scenario?: string;
  readonly seed?: number;
  readonly profile?: NonNullable<Scenario['profile']>;
  readonly environment?: string;
  readonly json?: boolean;
  readonly events?: boolean;
  readonly color: boolean;
}

export async function simulate(file: string, options: SimulateCommandOptions, io: Io): Promise<ExitCode> {
  const input = await loadSimulation(file, options, io.cwd);
  reportProblems(input, options, io);
  if (input.kind === 'refused') return EXIT.badInput;
  const { report, events } = await run(input, options, io);
  if (options.json === true) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (options.json !== true && options.events !== true) {
    const colours = coloursFor(io.stdout, io, options.color);
    const width = widthOf(io.stdout);
    const expected = isAsWritten(input, options) ? compare(input.scenario, report, events) : null;
    const parts = [
      renderHeader(report, input.facts, width, colours),
      report.steps.length === 0 ? [] : renderTable(report, width, colours),
      renderTimeline(report, width, colours),
      renderVerdict(report, expected, width, colours),
    ];
    writeLines(io.stdout, inParagraphs(parts));
  }
  return report.outcome === 'completed' ? EXIT.ok : EXIT.notCompleted;
}

async function run(
  input: Extract<SimulationInput, { kind: 'ready' }>,
  options: SimulateCommandOptions,
  io: Io,
): ReturnType<typeof runSimulation> {
  const progress = startProgress(io);
  try {
    return await runSimulation({
      ...input.request,
      seed: options.seed,
      profile: options.profile,
      signal: io.signal,
      onProgress: progress.show,
      // Told as they happen, so that a reader of the pipe can stop a long run.
      onEvents: (events) => {
        if (options.events === true) writeEvents(events, io);
      },
    });
  } finally {
    progress.clear();
  }
}

/** What a scenario expects holds for the engine and the environment it names, not for others tried with it. */
function isAsWritten(
  { scenario, template }: Extract<SimulationInput, { kind: 'ready' }>,
  { profile }: SimulateCommandOptions,
): boolean {
  const isProfile = profile === undefined || profile === (scenario.profile ?? 'documented');
  return isProfile && scenario.environment === template.environment;
}

function compare({ expect }: Scenario, report: SimulationReport, events: readonly LoggedEvent[]) {
  return expect === undefined ? null : checkExpectation(expect, report, events);
}

function writeEvents(events: readonly LoggedEvent[], io: Io): void {
  const lines = events.map(({ seq, at, name, payload }) => JSON.stringify({ seq, at, name, payload }));
  writeLines(io.stdout, lines);
}

/** Problems go to stderr, so that they never mix with a report or a log. */
function reportProblems(input: SimulationInput, options: SimulateCommandOptions, io: Io): void {
  if (input.problems.length === 0) return;
  const colours = coloursFor(io.stderr, io, options.color);
  writeLines(io.stderr, [
    ...renderProblems(input.problems, colours),
    renderSummary(input.problems, colours),
    '',
  ]);
}

function inParagraphs(parts: readonly (readonly string[])[]): readonly string[] {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
