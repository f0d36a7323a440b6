/** Files as the commands use them: parsed, or with their problems; an unreadable file is a problem of its own. */
import type { Problem } from '../../../src-engine/template/problem.ts';
import type { Template } from '../../../src-engine/template/template.ts';
import type { Scenario } from '../../../src-engine/simulate/scenario.ts';
import { loadScenarioFiles, parseTemplate } from '../engine.ts';
import { readText } from '../../files/read-text.ts';

export interface LoadedFile<Value> {
  readonly file: string;
  /** Empty for a file that cannot be read. */
  readonly text: string;
  /** Absent when there is an error among the problems. */
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

export async function loadTemplate(
  file: string,
  environment: string | undefined,
  cwd: string,
): Promise<LoadedFile<Template>> {
  const read = await readText(file, cwd);
  if (read.kind === 'unusable') return unreadable(file, read);
  const parsed = parseTemplate(read.text, environment === undefined ? {} : { environment });
  const { problems } = parsed;
  const base = { file, text: read.text, problems };
  return parsed.kind === 'parsed' ? { ...base, value: parsed.template } : base;
}

/** @param template What the scenario's names are checked against; absent: only its form is checked. */
export async function loadScenario(
  file: string,
  template: ((scenario: Scenario) => Promise<Template | undefined>) | undefined,
  cwd: string,
): Promise<LoadedFile<Scenario>> {
  const read = await readText(file, cwd);
  if (read.kind === 'unusable') return unreadable(file, read);
  const { text } = read;
  const { checkScenario, parseScenario } = await loadScenarioFiles();
  const parsed = parseScenario(text);
  if (parsed.kind === 'rejected') return { file, text, problems: parsed.problems };
  const { scenario, source } = parsed;
  const checkedAgainst = await template?.(scenario);
  const found = checkedAgainst === undefined ? [] : checkScenario(scenario, checkedAgainst, source);
  const problems = [...parsed.problems, ...found];
  const base = { file, text, problems };
  return problems.some(({ severity }) => severity === 'error') ? base : { ...base, value: scenario };
}

export function unreadable(
  file: string,
  { message, hint }: { message: string; hint: string },
): LoadedFile<never> {
  const place = { path: '', line: 1, column: 1, offset: 0, length: 0 };
  return {
    file,
    text: '',
    problems: [{ code: 'unreadable-file', severity: 'error', message, hint, ...place }],
  };
}
