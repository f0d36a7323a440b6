/** `lint --format github`: annotations of a workflow run, one line for each problem. */
import type { LintedFile } from '../../lint/linted-file.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function githubLines(files: readonly LintedFile[]): readonly string[] {
  return files.flatMap(({ file, problems }) =>
    problems.map((problem) => {
      const { severity, code, line, column, length, message, hint, environment } = problem;
      const place = { file: file.replaceAll('\\', '/'), line, col: column, endColumn: column + length };
      const title = environment === undefined ? code : `${code} in ${environment}`;
      const properties = Object.entries({ ...place, title })
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
      return `::${COMMANDS[severity]} ${properties}::${escapeData(`${message} ${hint}`)}`;
    }),
  );
}

/** A line break would end the command and begin another one. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
