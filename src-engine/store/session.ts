/**
 * What is set in every session, and what it is moved to. A profile is a schema of functions on the search path, a world a
 * schema of rows; sim_clock stands before everything, so that every unqualified now() is virtual time.
 */
import type { ProfileName } from '../simulate/scenario.ts';
import type { Database, Queryable, SqlValue } from './database.ts';

/** Whose functions decide: those of a profile, or those that a production database lent. */
export type FunctionSet = ProfileName | 'lent';

/** Schema of the functions that were read from a production database. */
export const LENT_SCHEMA = 'lent_functions';

const FUNCTIONS: Readonly<Record<FunctionSet, string>> = {
  documented: 'public',
  'rails-1.0': 'rails_1_0, public',
  // What a database did not have is answered as the shipped engine does.
  lent: `${LENT_SCHEMA}, rails_1_0, public`,
};

/** Which rows and which functions a statement meets. */
export interface World {
  /** Schema of a world of its own; null for the rows in `public`. */
  readonly schema: string | null;
  readonly functions: FunctionSet;
}

function searchPath({ schema, functions }: World): string {
  const rows = schema === null ? '' : `${schema}, `;
  return `sim_clock, pg_catalog, ${rows}${FUNCTIONS[functions]}`;
}

/** Statements that put a new session into the state all our SQL relies on. */
export function sessionSettings(profile: ProfileName): string {
  return [
    "set timezone = 'UTC'",
    `set search_path = ${searchPath({ schema: null, functions: profile })}`,
    // Dates, intervals and bytea cross the border as text: both adapters must print them alike.
    "set datestyle = 'ISO, YMD'",
    "set intervalstyle = 'postgres'",
    "set bytea_output = 'hex'",
    'set extra_float_digits = 1',
    'set jit = off',
    'set client_min_messages = warning',
  ].join(';\n');
}

/** Where each database's session was moved last by `inWorld`; absent when that is not known. */
const paths = new WeakMap<Database, string>();

/** Moves the session to the functions of another profile; prepared statements plan themselves anew. */
export async function setProfile(db: Database, profile: ProfileName): Promise<void> {
  paths.delete(db);
  await db.exec(`set search_path = ${searchPath({ schema: null, functions: profile })}`);
}

/**
 * The database seen from a world: every statement and every transaction meets its rows and functions, whatever others did
 * with the session in between. Moving costs new plans, so the session stays where it is until somebody wants another world.
 */
export function inWorld(db: Database, world: World): Database {
  const path = searchPath(world);
  const transaction = async <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
    try {
      return await db.transaction(async (tx) => {
        if (paths.get(db) !== path) {
          await tx.exec(`set search_path = ${path}`);
          paths.set(db, path);
        }
        return work(tx);
      });
    } catch (error) {
      // The rollback took the move back.
      paths.delete(db);
      throw error;
    }
  };
  return {
    kind: db.kind,
    query: <Row>(sql: string, params?: readonly SqlValue[]) =>
      transaction((tx) => tx.query<Row>(sql, params)),
    exec: (sql) => transaction((tx) => tx.exec(sql)),
    transaction,
    close: () => db.close(),
  };
}
