/**
 * Every problem a template can have, with its severity and the usual way to mend it.
 * An error means: not loadable, or no task of it can ever be created. Codes are stable; sentences are not.
 */
import type { Severity } from './problem.ts';
import type { Place } from './yaml/node.ts';
import { CHECK_CODES } from './check/codes.ts';
import { YAML_CODES } from './yaml/codes.ts';

export interface CodeFacts {
  readonly severity: Severity;
  readonly hint: string;
}

export const TEMPLATE_PROBLEM_CODES = { ...YAML_CODES, ...CHECK_CODES } as const satisfies Record<
  string,
  CodeFacts
>;

export type TemplateProblemCode = keyof typeof TEMPLATE_PROBLEM_CODES;

/** How every stage hands over what it found. Without a hint, the one of the code is taken. */
export type Report = (code: TemplateProblemCode, place: Place, message: string, hint?: string) => void;
