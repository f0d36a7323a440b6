/**
 * One statement of a person on the sandbox. It only reads: its transaction is read only, and it stands inside a select, where
 * nothing else fits. An engine in a process cannot stop a statement, so one that would take very long is refused by its plan.
 */
import type { Json } from '../../template/template.ts';
import type { Queryable } from '../database.ts';
import { DatabaseError } from '../database-error.ts';

export interface QueryAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Json[])[];
  readonly isCut: boolean;
}

/** Thrown for what the planner or the rules here refuse; `position` counts characters of the statement from 1. */
export class QueryRefused extends Error {
  readonly position: number | null;
  readonly hint: string | null;

  constructor(message: string, position: number | null, hint: string | null, cause?: unknown) {
    super(message, { cause });
    this.position = position;
    this.hint = hint;
  }
}

const MOST_ROWS = 1_000;
/** In the planner's units: some tens of seconds. The rows of a run cost a few hundred. */
const HIGHEST_COST = 2_000_000;
const SLEEPS = /\bpg_sleep\w*\s*\(/i;
const BEFORE = 'select * from (\n';
const AFTER = `\n) workbench_query limit ${MOST_ROWS + 1}`;

/** @param tx A transaction of its own: it is left read only. */
export async function readOnlyQuery(tx: Queryable, statement: string): Promise<QueryAnswer> {
  const sql = statement.trim().replace(/;\s*$/, '');
  if (sql === '') throw new QueryRefused('There is no statement.', null, 'Write a select.');
  if (SLEEPS.test(sql)) throw new QueryRefused('A query here must not sleep.', null, null);
  await tx.exec('set local transaction_read_only = on');
  // From the first query on the transaction cannot be made writable again.
  await tx.query('select 1');
  const lead = statement.length - statement.trimStart().length;
  const run = async <Row>(before: string, after: string): Promise<readonly Row[]> => {
    try {
      return await tx.query<Row>(`${before}${sql}${after}`);
    } catch (error) {
      throw refused(error, before.length - lead, sql.length + lead);
    }
  };
  refuseExpensive(await run<Explained>(`explain (format json) ${BEFORE}`, AFTER));
  const rows = await run<Readonly<Record<string, Json>>>(BEFORE, AFTER);
  // Also of a query without rows: a join that finds nothing still has its columns.
  const [names] = await run<object>('select workbench_query.* from (select 1) one left join (\n', ANY_ROW);
  const columns = Object.keys(names ?? {});
  return {
    columns: columns.map((name) => ({ name, type: typeOf(rows, name) })),
    rows: rows.slice(0, MOST_ROWS).map((row) => columns.map((name) => row[name] ?? null)),
    isCut: rows.length > MOST_ROWS,
  };
}

const ANY_ROW = '\n) workbench_query on true limit 1';

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Total Cost': number } }[];
}

function refuseExpensive([answer]: readonly Explained[]): void {
  const cost = answer?.['QUERY PLAN'][0]?.Plan['Total Cost'] ?? 0;
  if (cost <= HIGHEST_COST) return;
  throw new QueryRefused(
    `This query would take very long: the planner reckons with a cost of ${Math.round(cost).toLocaleString('en')}.`,
    null,
    'Narrow it down: join by keys, and limit what is generated.',
  );
}

/** For alignment and little else, so the kind of the first value will do. */
function typeOf(rows: readonly Readonly<Record<string, Json>>[], name: string): string {
  const value = rows.find((row) => row[name] !== null)?.[name];
  return value === undefined || value === null ? 'unknown' : typeof value;
}

function refused(error: unknown, offset: number, length: number): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const position = error.position === undefined ? 0 : error.position - offset;
  const isInside = position >= 1 && position <= length + 1;
  return new QueryRefused(
    `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`,
    isInside ? position : null,
    error.hint ?? error.detail ?? null,
    error,
  );
}
