/** `lint --format json`: the documented shape; keys may be added, never removed or renamed. */
import type { LintedFile } from '../../lint/linted-file.ts';
import { countProblems } from '../problems.ts';

export function lintJson(files: readonly LintedFile[]): string {
  const shape = {
    format: 1,
    ...countProblems(files),
    files: files.map(({ kind, file, problems }) => ({ file, kind, problems: problems.map(problemJson) })),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

function problemJson(problem: LintedFile['problems'][number]) {
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
    fixes: (problem.fixes ?? []).map(({ title }) => title),
  };
}
