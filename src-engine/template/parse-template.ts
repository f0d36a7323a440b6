/**
 * Turns template text into a checked Template, or into every problem found in one pass.
 * Pure: no database, no clock, no files. Any text gets an answer; none throws.
 */
import type { ParseResult } from './judge-template.ts';
import { judgeTemplate } from './judge-template.ts';
import { ProblemList } from './problem-list.ts';
import { readYaml } from './yaml/read-yaml.ts';

export type { ParseResult } from './judge-template.ts';

export interface ParseOptions {
  /** The environment whose overrides are merged in; absent for the base document. */
  readonly environment?: string;
}

export function parseTemplate(text: string, { environment }: ParseOptions = {}): ParseResult {
  const problems = new ProblemList(text);
  return judgeTemplate(readYaml(text, problems), environment, problems);
}
