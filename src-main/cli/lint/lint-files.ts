/** Lints files: templates together, each in every environment it has; scenarios one by one. */
import { readText } from '../../files/read-text.ts';
import { isScenarioFile, templateOf } from '../../files/scenario-names.ts';
import type { LintConfig, TemplateText } from '../engine.ts';
import { lintTemplate, lintTemplates } from '../engine.ts';
import type { LintConfigs } from '../files/lint-configs.ts';
import { isConfig } from '../files/lint-configs.ts';
import { loadScenario, loadTemplate, unreadable } from '../files/load-file.ts';
import type { FileProblems } from '../render/problems.ts';
import type { LintedFile } from './linted-file.ts';

export interface LintWish {
  /** Only as merged with this one. */
  readonly environment?: string;
  readonly configs: LintConfigs;
  readonly cwd: string;
}

/** In the order of the files; configurations that cannot be used come before. */
export async function lintFiles(files: readonly string[], wish: LintWish): Promise<readonly LintedFile[]> {
  const found = new Map<string, LintedFile>();
  const badConfigs = new Map<string, LintedFile>();
  const templates: Required<TemplateText>[] = [];
  for (const file of files) {
    if (isScenarioFile(file)) {
      found.set(file, await lintScenario(file, wish.cwd));
      continue;
    }
    const read = await readText(file, wish.cwd);
    const config = await wish.configs.of(file);
    if (!isConfig(config)) badConfigs.set(config.file, { kind: 'config', ...config });
    else if (read.kind === 'unusable') found.set(file, { kind: 'template', ...unreadable(file, read) });
    else templates.push({ file, text: read.text, config });
  }
  for (const linted of lintTexts(templates, wish.environment)) found.set(linted.file, linted);
  return [...badConfigs.values(), ...files.flatMap((file) => found.get(file) ?? [])];
}

function lintTexts(
  templates: readonly Required<TemplateText>[],
  environment: string | undefined,
): readonly LintedFile[] {
  if (environment !== undefined)
    return templates.map(({ file, text, config }) => ({
      kind: 'template',
      file,
      text,
      problems: lintTemplate(text, { environment, config }),
    }));
  return lintTemplates(templates).map(({ file, problems }, index) => ({
    kind: 'template',
    file,
    text: templates[index]?.text ?? '',
    problems,
  }));
}

/** One template, as `lintFiles` would: what fixes are judged by. */
export function problemsOf(
  text: string,
  config: LintConfig,
  environment: string | undefined,
): FileProblems['problems'] {
  return lintTexts([{ file: '', text, config }], environment)[0]?.problems ?? [];
}

/** A scenario is checked against its template when that is beside it and good. */
async function lintScenario(file: string, cwd: string): Promise<LintedFile> {
  const templateFile = await templateOf(file, cwd);
  const { text, problems } = await loadScenario(
    file,
    async ({ environment }) =>
      templateFile === undefined ? undefined : (await loadTemplate(templateFile, environment, cwd)).value,
    cwd,
  );
  return { kind: 'scenario', file, text, problems };
}
