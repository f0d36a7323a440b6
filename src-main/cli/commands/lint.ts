/** `lint`: the problems of template and scenario files, as text or as JSON. */
import type { Problem } from '../../../src-engine/template/problem.ts';
import { checkTemplate } from '../engine.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { loadScenario, loadTemplate } from '../files/load-file.ts';
import { isScenarioFile, templateOf } from '../../files/scenario-names.ts';
import type { Io } from '../io.ts';
import { coloursFor, writeLines } from '../io.ts';
import type { FileProblems } from '../render/problems.ts';
import { countProblems, renderProblems, renderSummary } from '../render/problems.ts';

export interface LintOptions {
  readonly format: 'text' | 'json';
  readonly environment?: string;
  readonly color: boolean;
}

interface LintedFile extends FileProblems {
  readonly kind: 'template' | 'scenario';
}

export async function lint(files: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const linted: LintedFile[] = [];
  for (const file of files) linted.push(await lintFile(file, options, io));
  if (options.format === 'json') {
    io.stdout.write(`${JSON.stringify(asJson(linted), null, 2)}\n`);
  } else {
    const colours = coloursFor(io.stdout, io, options.color);
    writeLines(io.stdout, [...renderProblems(linted, colours), renderSummary(linted, colours)]);
  }
  return countProblems(linted).errors > 0 ? EXIT.badInput : EXIT.ok;
}

async function lintFile(file: string, { environment }: LintOptions, io: Io): Promise<LintedFile> {
  if (isScenarioFile(file)) return lintScenario(file, io);
  const { text, problems } = await loadTemplate(file, environment, io.cwd);
  // With one environment that is all there is to say; without, the file is checked in every one it has.
  const all = environment === undefined && text !== '' ? checkTemplate(text).problems : problems;
  return { kind: 'template', file, text, problems: all };
}

/** A scenario is checked against its template when that is beside it and good. */
async function lintScenario(file: string, io: Io): Promise<LintedFile> {
  const templateFile = await templateOf(file, io.cwd);
  const { text, problems } = await loadScenario(
    file,
    async ({ environment }) =>
      templateFile === undefined ? undefined : (await loadTemplate(templateFile, environment, io.cwd)).value,
    io.cwd,
  );
  return { kind: 'scenario', file, text, problems };
}

/** The documented shape; keys may be added, never removed or renamed. */
function asJson(files: readonly LintedFile[]) {
  return {
    format: 1,
    ...countProblems(files),
    files: files.map(({ kind, file, problems }) => ({ file, kind, problems: problems.map(problemJson) })),
  };
}

function problemJson(problem: Problem & { readonly environment?: string }) {
  const { code, severity, message, hint, path, line, column, offset, length, environment } = problem;
  return {
    code,
    severity,
    message,
    hint,
    path,
    line,
    column,
    offset,
    length,
    environment: environment ?? null,
  };
}
