/** `lint`: the problems of template and scenario files, as text or for other programs; mends them when asked to. */
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { LintConfigs } from '../files/lint-configs.ts';
import type { LintTargets } from '../files/lint-targets.ts';
import { lintTargets } from '../files/lint-targets.ts';
import type { Io } from '../io.ts';
import { coloursFor, writeLines } from '../io.ts';
import { fixFiles } from '../lint/fix-files.ts';
import type { LintWish } from '../lint/lint-files.ts';
import { lintFiles } from '../lint/lint-files.ts';
import type { LintedFile } from '../lint/linted-file.ts';
import { githubLines } from '../render/lint/github.ts';
import { lintJson } from '../render/lint/json.ts';
import { lintSarif } from '../render/lint/sarif.ts';
import { renderFixed, renderRules, renderSkipped } from '../render/lint/text.ts';
import { countProblems, renderProblems, renderSummary } from '../render/problems.ts';

export interface LintOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly environment?: string;
  /** A configuration instead of those that are found. */
  readonly config?: string;
  readonly fix?: true;
  readonly maxWarnings?: number;
  /** Only list the rules. */
  readonly rules?: true;
  readonly color: boolean;
}

/** @param version Of the workbench, for outputs that name their tool. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  version: string,
): Promise<ExitCode> {
  if (options.rules) {
    writeLines(io.stdout, renderRules(coloursFor(io.stdout, io, options.color)));
    return EXIT.ok;
  }
  const targets = await lintTargets(paths, io.cwd);
  const { environment } = options;
  const wish: LintWish = {
    cwd: io.cwd,
    configs: new LintConfigs(options.config, io.cwd),
    ...(environment === undefined ? {} : { environment }),
  };
  const fixed = options.fix ? await fixFiles(targets.files, wish) : [];
  // Other formats have the output for themselves.
  const notes = options.format === 'text' ? io.stdout : io.stderr;
  writeLines(notes, renderFixed(fixed, coloursFor(notes, io, options.color)));
  const linted = await lintFiles(targets.files, wish);
  write(linted, targets, options, io, version);
  const isUnwritten = fixed.some(({ unwritten }) => unwritten !== undefined);
  return isUnwritten || targets.empty.length > 0 ? EXIT.badInput : verdict(linted, options);
}

function write(
  linted: readonly LintedFile[],
  targets: LintTargets,
  { format, color }: LintOptions,
  io: Io,
  version: string,
): void {
  if (format === 'json') io.stdout.write(lintJson(linted));
  else if (format === 'sarif') io.stdout.write(lintSarif(linted, version));
  else if (format === 'github') writeLines(io.stdout, githubLines(linted));
  else {
    const colours = coloursFor(io.stdout, io, color);
    writeLines(io.stdout, [...renderProblems(linted, colours), renderSummary(linted, colours)]);
  }
  writeLines(io.stderr, renderSkipped(targets));
}

function verdict(linted: readonly LintedFile[], { maxWarnings }: LintOptions): ExitCode {
  const { errors, warnings } = countProblems(linted);
  return errors > 0 || warnings > (maxWarnings ?? Infinity) ? EXIT.badInput : EXIT.ok;
}
