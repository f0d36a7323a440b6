/** The whole way from text to a positioned tree of plain values. */
import type { Document } from 'yaml';
import type { ProblemList } from '../problem-list.ts';
import type { MapNode, YamlNode } from './node.ts';
import { checkCharacters } from './check-characters.ts';
import { checkErb } from './check-erb.ts';
import { readDocument } from './read-document.ts';
import { hasSyntaxErrors } from './syntax-errors.ts';
import { toNodes } from './to-nodes.ts';

export interface YamlReading {
  /** The map at the root; absent when there is none, and then the reason has been reported. */
  readonly root?: MapNode;
  /** There were syntax errors: the root is what could be recovered, good for an outline, not for judging what is missing. */
  readonly isBroken: boolean;
  /** As the parser has it, for edits; absent when reading was given up. */
  readonly document?: Document.Parsed;
}

export function readYaml(text: string, problems: ProblemList): YamlReading {
  const { report } = problems;
  if (!checkCharacters(text, report)) return { isBroken: true };
  checkErb(text, report);
  const document = readDocument(text, report);
  if (document === undefined) return { isBroken: true };
  const isBroken = hasSyntaxErrors(document.errors);
  const root = toNodes(document, text, report);
  if (root?.kind === 'map') return { root, isBroken, document };
  if (!isBroken) reportRoot(root, problems);
  return { isBroken, document };
}

function reportRoot(root: YamlNode | undefined, { report }: ProblemList): void {
  if (root === undefined || (root.kind === 'scalar' && root.type === 'null')) {
    report('empty-file', { segment: '', offset: 0, length: 0 }, 'The file holds no data.');
  } else {
    const what = root.kind === 'list' ? 'a list' : 'a single value';
    report('not-a-map', root.place, `The file holds ${what}, not a map of keys.`);
  }
}
