/** What a diagnosis is made of: errors taken apart, places in words. */
import type { z } from 'zod';
import type { trouble } from '../../../../api/contract/inspect-schemas.ts';
import { type ConnectionTarget, targetInWords } from '../../../../connection/target.ts';

const DEEPEST = 8;

export type TroubleWords = Readonly<z.infer<typeof trouble>>;
export type TroubleCode = TroubleWords['code'];

/** One error of a chain, as far as anything is told by it. */
export interface Cause {
  /** SQLSTATE, or a name of Node's such as ECONNREFUSED; empty where there is none. */
  readonly code: string;
  readonly message: string;
  readonly name: string;
}

/** Null: not what this one knows about. */
export type WordsOf = (cause: Cause, target: ConnectionTarget) => TroubleWords | null;

/** Not EPIPE: a SQLSTATE of PostgreSQL has a digit. */
export function isSqlState(code: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
}

/** `user@host/database through gate.example.com`. */
export function whereOf(target: ConnectionTarget): string {
  const through = target.tunnel === undefined ? '' : ` through ${target.tunnel.host}`;
  return `${targetInWords(target)}${through}`;
}

/** Only where it listens: for what happens before a user or database was named. */
export function addressOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** An error with all that is behind it, the innermost first: that one knows best. */
export function causesOf(error: unknown, depth = 0): Cause[] {
  if (depth > DEEPEST || error === undefined || error === null) return [];
  if (!(error instanceof Error)) return [{ code: '', name: '', message: textOf(error) }];
  const behind = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [
    ...behind.flatMap((each) => causesOf(each, depth + 1)),
    { code, name: error.name, message: error.message },
  ];
}

/** Of what is no error only text is believed. */
function textOf(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : '';
}
