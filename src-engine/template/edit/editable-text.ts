/** What an edit needs to know of a text. Reading is most of the work: whoever has read the text for a view hands it on. */
import type { Document } from 'yaml';
import type { Problem } from '../problem.ts';
import { ProblemList } from '../problem-list.ts';
import type { YamlReading } from '../yaml/read-yaml.ts';
import { readYaml } from '../yaml/read-yaml.ts';

export interface EditableText {
  readonly text: string;
  /** Absent when the text cannot be edited. */
  readonly document?: Document.Parsed;
  /** Why not: the first error, where one was found. */
  readonly trouble?: { readonly line: number; readonly message: string };
}

export function readEditable(text: string): EditableText {
  const problems = new ProblemList(text);
  return editableOf(text, readYaml(text, problems), problems.sorted());
}

/** The same from a reading of exactly that text, and what it found. */
export function editableOf(text: string, reading: YamlReading, problems: readonly Problem[]): EditableText {
  const { document, isBroken } = reading;
  if (document !== undefined && !isBroken) return { text, document };
  const reasons = ['yaml-syntax', 'file-too-large', 'nesting-too-deep', 'too-many-tokens'];
  const trouble = problems.find(({ code }) => reasons.includes(code));
  return trouble === undefined
    ? { text }
    : { text, trouble: { line: trouble.line, message: trouble.message } };
}
