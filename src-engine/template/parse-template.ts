/**
 * Turns template text into a checked Template, or into every problem found in one pass.
 * Pure: no database, no clock, no files. Any text gets an answer; none throws.
 */
import type { Problem } from './problem.ts';
import type { Template } from './template.ts';
import { buildTemplate } from './build-template.ts';
import { checkDocument } from './check/check-document.ts';
import { checkEnvironments, environmentNames } from './environment/check-environments.ts';
import { mergeEnvironment } from './environment/merge.ts';
import { ProblemList } from './problem-list.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface ParseOptions {
  /** The environment whose overrides are merged in; absent for the base document. */
  readonly environment?: string;
}

/** Only errors reject; a parsed template may have warnings and remarks. Problems are in the order of the text. */
export type ParseResult =
  | { readonly kind: 'parsed'; readonly template: Template; readonly problems: readonly Problem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] };

export function parseTemplate(text: string, { environment }: ParseOptions = {}): ParseResult {
  const problems = new ProblemList(text);
  const { root, isBroken } = readYaml(text, problems);
  // After a syntax error most of what seems to be missing was only misread.
  if (root === undefined || isBroken) return { kind: 'rejected', problems: problems.sorted() };
  checkEnvironments(root, environment, problems.report);
  const merged = mergeEnvironment(root, environment, problems.report);
  checkDocument(merged, problems.report);
  if (problems.hasErrors) return { kind: 'rejected', problems: problems.sorted() };
  const environments = environmentNames(root);
  const isKnown = environment !== undefined && environments.includes(environment);
  const template = buildTemplate(merged, { environments, ...(isKnown ? { environment } : {}) });
  return { kind: 'parsed', template, problems: problems.sorted() };
}
