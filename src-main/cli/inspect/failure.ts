/** What went wrong, for people: its message and what to do. */
import { ORPCError } from '@orpc/client';
import type { Problem } from '../../../src-engine/template/problem.ts';

export interface Failure {
  readonly message: string;
  readonly hint: string;
  /** Of a template that was refused. */
  readonly problems: readonly Problem[];
}

const HINTS: Readonly<Record<string, string>> = { NO_SUCH_CONNECTION: 'Run the command again.' };

/** Null for what no contract foresees: a fault of ours. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof ORPCError) || !error.defined) return null;
  const data: unknown = error.data;
  const isObject = typeof data === 'object' && data !== null;
  const hint = isObject && 'hint' in data && typeof data.hint === 'string' ? data.hint : HINTS[error.code];
  const problems = isObject && 'problems' in data && Array.isArray(data.problems) ? data.problems : [];
  // The contract's schema has checked them on the way out.
  return { message: error.message, hint: hint ?? '', problems: problems as readonly Problem[] };
}
