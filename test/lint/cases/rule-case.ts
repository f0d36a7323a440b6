/** An example of a rule: for its tests and for its page in `docs/rules`. */
export interface RuleCase {
  readonly code: string;
  /** A template with the problem, and what the page shows. */
  readonly wrong: string;
  /** One without it. */
  readonly right: string;
  /** `wrong` after the usual fix; absent where a program can mend nothing. */
  readonly fixed?: string;
  /** The environment in which the problem appears. */
  readonly environment?: string;
  /** Further templates, for rules across files. */
  readonly beside?: string;
  /** Not on the page: an example like any other, for the tests. */
  readonly isForTests?: true;
}
