/** What became of one scenario that was tested. */
import type { TestAnswer } from '../../../src-engine/api/contract/lab-schemas.ts';
import type { FileProblems } from '../render/problems.ts';

interface Named {
  /** As it was given or found, for people. */
  readonly scenario: string;
  readonly template: string | undefined;
  /** What the scenario calls itself, else its file name. */
  readonly title: string;
}

export type Tested = Named &
  (
    | { readonly kind: 'run'; readonly answer: TestAnswer; readonly seconds: number }
    /** It cannot be run; `problems` say why. */
    | { readonly kind: 'bad'; readonly problems: readonly FileProblems[] }
    /** The engine stumbled. */
    | { readonly kind: 'broken'; readonly message: string }
  );

export type Verdict = 'met' | 'unmet' | 'no expectation' | 'bad';

export function verdictOf(tested: Tested): Verdict {
  if (tested.kind !== 'run') return 'bad';
  const { expectation } = tested.answer;
  if (expectation === null || expectation.total === 0) return 'no expectation';
  return expectation.unmet.length === 0 ? 'met' : 'unmet';
}

/** Why it is not as expected, in sentences. */
export function reasonsOf(tested: Tested): readonly string[] {
  if (tested.kind === 'broken') return [tested.message];
  if (tested.kind === 'bad') {
    return tested.problems.flatMap(({ file, problems }) =>
      problems.map(({ line, message, hint }) => `${file}:${line}: ${message} ${hint}`),
    );
  }
  return tested.answer.expectation?.unmet ?? [];
}
