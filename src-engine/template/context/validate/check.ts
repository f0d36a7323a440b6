/** What a keyword gets to see, and how it reports. */
import type { JsonObject } from '../../template.ts';
import type { Draft } from '../draft.ts';

/**
 * `strict` is what Tasker does: every listed property is required, unlisted ones are refused, and keywords its
 * validator does not know are ignored. `ordinary` is JSON schema as everybody else reads it.
 */
export type ValidationMode = 'strict' | 'ordinary';

export interface ContextError {
  /** JSON pointer into the context; empty for the context itself. */
  readonly path: string;
  readonly message: string;
}

/** State of one validation. */
export interface Run {
  readonly root: JsonObject;
  readonly mode: ValidationMode;
  readonly draft: 3 | 4 | 6;
  /** Subschemas that may still be entered: a schema can refer to itself in more ways than there is time for. */
  budget: number;
  /** References being followed, each with the place in the context: meeting one again there would never end. */
  readonly open: Set<string>;
}

export interface Check {
  readonly run: Run;
  readonly schema: JsonObject;
  readonly data: Draft;
  readonly path: readonly string[];
  readonly errors: ContextError[];
  /** Validates against a subschema, here or at a child; errors go to the same list unless another is given. */
  readonly descend: (
    schema: JsonObject,
    data: Draft,
    path: readonly string[],
    errors?: ContextError[],
  ) => void;
}

/** Looks at one key of the schema. */
export type Keyword = (check: Check) => void;

/** Adds an error about the value at hand; the sentence goes on after `The property '#/…'`. */
export function fail(check: Check, sentence: string): void {
  const message = `The property '#/${check.path.join('/')}' ${sentence}`;
  check.errors.push({ path: pointer(check.path), message });
}

function pointer(path: readonly string[]): string {
  return path.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
