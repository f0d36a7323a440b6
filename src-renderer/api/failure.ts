/** What went wrong with a call, in words; typed errors of the contract keep their code and data. */
import { ORPCError } from '@orpc/client';
import type { Problem } from '../../src-engine/template/problem.ts';

export interface Failure {
  /** A code of the contract; null for what no contract foresees. */
  readonly code: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly problems: readonly Problem[];
}

export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ORPCError) || !error.defined)
    return { code: null, message, hint: null, problems: [] };
  const data: unknown = error.data;
  return { code: error.code, message, hint: hintOf(data), problems: problemsOf(data) };
}

function hintOf(data: unknown): string | null {
  return isObject(data) && typeof data['hint'] === 'string' ? data['hint'] : null;
}

/** The contract's schema has checked them on the way out. */
function problemsOf(data: unknown): readonly Problem[] {
  return isObject(data) && Array.isArray(data['problems']) ? (data['problems'] as readonly Problem[]) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
