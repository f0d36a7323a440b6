/** The part of parsing that comes after reading: merge an environment, check, and build. */
import type { Problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { Template } from './template.ts';
import type { YamlReading } from './yaml/read-yaml.ts';
import { buildTemplate } from './build-template.ts';
import { checkDocument } from './check/check-document.ts';
import { checkEnvironments, environmentNames } from './environment/check-environments.ts';
import { mergeEnvironment } from './environment/merge.ts';

/** Only errors reject; a parsed template may have warnings and remarks. Problems are in the order of the text. */
export type ParseResult =
  | { readonly kind: 'parsed'; readonly template: Template; readonly problems: readonly Problem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] };

/** `problems` may already hold those of the reading. */
export function judgeTemplate(
  { root, isBroken }: YamlReading,
  environment: string | undefined,
  problems: ProblemList,
): ParseResult {
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
