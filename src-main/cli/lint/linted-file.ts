/** What `lint` found in one file, in the form all outputs are made from. */
import type { FileProblems } from '../render/problems.ts';

export interface LintedFile extends FileProblems {
  readonly kind: 'template' | 'scenario' | 'config';
}
