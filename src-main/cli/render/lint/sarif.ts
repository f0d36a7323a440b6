/** `lint --format sarif`: SARIF 2.1.0, as code scanning services read it. */
import type { Problem } from '../../../../src-engine/template/problem.ts';
import { editTemplate, ruleOf } from '../../engine.ts';
import type { LintedFile } from '../../lint/linted-file.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
/** A fix is told only where it is a handful of replacements. */
const MOST_REPLACEMENTS = 20;

export function lintSarif(files: readonly LintedFile[], version: string): string {
  const codes = [...new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)))].toSorted();
  const index = new Map(codes.map((code, at) => [code, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tasker-workbench',
            version,
            rules: codes.map((code) => ruleJson(code, files)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder lint was called in.' } } },
        artifacts: files.map(({ file }) => ({ location: location(file) })),
        results: files.flatMap((file, at) =>
          file.problems.map((problem) => resultJson(problem, file, at, index.get(problem.code) ?? -1)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Problems of scenarios and configurations are no rules of the registry; of them only the code is known. */
function ruleJson(code: string, files: readonly LintedFile[]) {
  const rule = ruleOf(code);
  if (rule === undefined) {
    const found = files.flatMap(({ problems }) => problems).find((problem) => problem.code === code);
    return { id: code, defaultConfiguration: { level: LEVELS[found?.severity ?? 'error'] } };
  }
  return {
    id: code,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.reason },
    help: { text: rule.hint },
    helpUri: `docs/rules/${code}.md`,
    defaultConfiguration: { level: LEVELS[rule.severity], enabled: rule.isOff !== true },
  };
}

function resultJson(
  problem: LintedFile['problems'][number],
  file: LintedFile,
  fileIndex: number,
  ruleIndex: number,
) {
  const { code, severity, message, hint, environment } = problem;
  const inEnvironment = environment === undefined ? '' : ` (in environment ${environment})`;
  const fixes = fixesJson(problem, file);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message}${inEnvironment} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { ...location(file.file), index: fileIndex },
          region: regionOf(problem),
        },
      },
    ],
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function regionOf({ line, column, offset, length }: Problem) {
  return { startLine: line, startColumn: column, charOffset: offset, charLength: length };
}

function fixesJson({ fixes = [] }: Problem, { file, text }: LintedFile) {
  return fixes.flatMap(({ title, edit }) => {
    const result = editTemplate(text, edit);
    if (result.kind !== 'changed') return [];
    if (result.changes.length === 0 || result.changes.length > MOST_REPLACEMENTS) return [];
    const replacements = result.changes.map((change) => ({
      deletedRegion: { charOffset: change.offset, charLength: change.length },
      insertedContent: { text: change.text },
    }));
    return [
      { description: { text: title }, artifactChanges: [{ artifactLocation: location(file), replacements }] },
    ];
  });
}

/** Relative paths are meant from where lint was called; others are URIs of their own. */
function location(file: string) {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(file.replaceAll('\\', '/'));
  if (isAbsolute) return { uri: `file://${path.startsWith('/') ? '' : '/'}${path.replace('%3A', ':')}` };
  return { uri: path, uriBaseId: 'ROOT' };
}
