/** Problems of a file as text: place, severity, code and message on one line; then the line itself, and the hint. */
import type { Problem } from '../../../src-engine/template/problem.ts';
import { formatProblem } from '../../../src-engine/template/format-problem.ts';
import { LineIndex } from '../../../src-engine/template/line-index.ts';
import type { Colours } from '../io.ts';
import { counted, printable } from './text.ts';

export interface FileProblems {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly (Problem & { readonly environment?: string })[];
}

/** Lines of `formatProblem` that say what our first line says, and in which order the others come. */
const HEAD_LINES = 2;

export function renderProblems(files: readonly FileProblems[], colours: Colours): readonly string[] {
  return files.flatMap(({ file, text, problems }) => {
    const lines = new LineIndex(text);
    return problems.flatMap((problem) => [...renderProblem(problem, file, text, lines, colours), '']);
  });
}

function renderProblem(
  problem: FileProblems['problems'][number],
  file: string,
  text: string,
  lines: LineIndex,
  colours: Colours,
): readonly string[] {
  const { line, column, severity, code, message, hint, environment } = problem;
  const paint = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
  const where = `${printable(file)}:${line}:${column}`;
  const inEnvironment = environment === undefined ? '' : ` (in environment ${printable(environment)})`;
  const head = `${colours.bold(where)} ${paint(severity)} ${colours.dim(code)} ${printable(message)}${inEnvironment}`;
  if (text === '') return [head, colours.dim(`  = ${printable(hint)}`)];
  const frame = formatProblem(problem, text, file, lines)
    .split('\n')
    .slice(HEAD_LINES + 1);
  return [
    head,
    ...frame.map((frameLine, index) => `  ${index === 1 ? paint(frameLine) : colours.dim(frameLine)}`),
  ];
}

/** `2 errors and 1 warning in 3 files`, or `No problems in 3 files`. */
export function renderSummary(files: readonly FileProblems[], colours: Colours): string {
  const counts = countProblems(files);
  const parts = [
    ...(counts.errors > 0 ? [colours.red(counted(counts.errors, 'error'))] : []),
    ...(counts.warnings > 0 ? [colours.yellow(counted(counts.warnings, 'warning'))] : []),
    ...(counts.infos > 0 ? [colours.cyan(counted(counts.infos, 'remark'))] : []),
  ];
  const inFiles = `in ${counted(files.length, 'file')}`;
  if (parts.length === 0) return `${colours.green('✓ No problems')} ${inFiles}`;
  const last = parts.pop() ?? '';
  return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`} ${inFiles}`;
}

export function countProblems(files: readonly Pick<FileProblems, 'problems'>[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: Problem['severity']): number =>
    all.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
