/** What tests need to know of source-rules.mjs. */
export interface SourceProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export function sqlProblems(path: string, text: string): SourceProblem[];
export function typescriptProblems(path: string, source: string): SourceProblem[];
