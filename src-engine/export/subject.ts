/** What is exported: a text that was read once, checked, and merged with the environment asked for. */
import { mergeEnvironment } from '../template/environment/merge.ts';
import { environmentNames } from '../template/environment/check-environments.ts';
import { judgeTemplate } from '../template/judge-template.ts';
import { ProblemList } from '../template/problem-list.ts';
import { quote } from '../template/quote.ts';
import type { Template } from '../template/template.ts';
import type { MapNode } from '../template/yaml/node.ts';
import { readYaml } from '../template/yaml/read-yaml.ts';
import type { ExportOptions, ExportRefused } from './export-types.ts';
import { baseName } from './file-names.ts';

export interface Subject {
  readonly text: string;
  /** The whole document, with its environments. */
  readonly root: MapNode;
  /** Without its environments, with the one asked for merged in. */
  readonly merged: MapNode;
  readonly template: Template;
  /** Of the template's file, without `.yaml`. */
  readonly base: string;
  readonly options: ExportOptions;
}

export type SubjectReading = { readonly kind: 'subject'; readonly subject: Subject } | ExportRefused;

export function readSubject(text: string, options: ExportOptions): SubjectReading {
  const problems = new ProblemList(text);
  const reading = readYaml(text, problems);
  const { environment } = options;
  const known = reading.root === undefined ? [] : environmentNames(reading.root);
  const judged = judgeTemplate(reading, environment, problems);
  if (judged.kind === 'rejected' || reading.root === undefined) {
    const errors = judged.problems.filter(({ severity }) => severity === 'error');
    const [count, noun] = [errors.length, errors.length === 1 ? 'error' : 'errors'];
    return {
      kind: 'refused',
      message: `The template has ${count} ${noun}; only a valid one can be exported.`,
      hint: 'Mend the errors first, or export the text as it is.',
      problems: errors,
    };
  }
  if (environment !== undefined && !known.includes(environment))
    return unknownEnvironment(environment, known);
  const { root } = reading;
  const merged = mergeEnvironment(root, environment, () => {});
  const { template } = judged;
  return { kind: 'subject', subject: { text, root, merged, template, base: baseName(options), options } };
}

function unknownEnvironment(environment: string, known: readonly string[]): ExportRefused {
  return {
    kind: 'refused',
    message: `The environment ${quote(environment)} is not in the template.`,
    hint: known.length === 0 ? 'It has none.' : `It has: ${known.map(quote).join(', ')}.`,
    problems: [],
  };
}
