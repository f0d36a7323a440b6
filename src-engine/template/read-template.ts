/**
 * Everything an editor wants to know of a text, from one reading of it: reading is most of the work, and somebody is
 * typing meanwhile.
 */
import type { ParseResult } from './judge-template.ts';
import { judgeTemplate } from './judge-template.ts';
import type { TemplateOutline } from './outline.ts';
import { outlineOf } from './outline.ts';
import type { ParseOptions } from './parse-template.ts';
import { ProblemList } from './problem-list.ts';
import type { YamlReading } from './yaml/read-yaml.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface ReadTemplate {
  readonly result: ParseResult;
  readonly outline: TemplateOutline;
  /** The document both were made from. */
  readonly reading: YamlReading;
}

export function readTemplate(text: string, { environment }: ParseOptions = {}): ReadTemplate {
  const problems = new ProblemList(text);
  const reading = readYaml(text, problems);
  return {
    result: judgeTemplate(reading, environment, problems),
    outline: outlineOf(reading, text, environment),
    reading,
  };
}
