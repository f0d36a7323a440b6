/** One trouble found in a file: what, where and how to mend it. Expected trouble is a value, never an exception. */
import type { TemplateEdit } from './edit/template-edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A way to mend a problem that a program can go. */
export interface Fix {
  /** What will be done, as a button says it, e.g. `Quote the version`. */
  readonly title: string;
  readonly edit: TemplateEdit;
}

export interface Problem {
  /** Stable kebab-case identifier, e.g. `unknown-dependency`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence that names the thing. */
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
  /** Where in the document, e.g. `/step_templates/0/name`; empty for the document itself. */
  readonly path: string;
  /** 1-based line and column (in UTF-16 units) of the first character concerned. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 offset and length of the text concerned. */
  readonly offset: number;
  readonly length: number;
  /** Absent where only a person can decide; the first is the usual one. */
  readonly fixes?: readonly Fix[];
}
