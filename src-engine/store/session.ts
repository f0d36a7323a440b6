/**
 * What is set in every session, and how a session is moved to another profile. A profile is a schema on
 * the search path; sim_clock stands before everything, so that every unqualified now() is virtual time.
 */
import type { ProfileName } from '../simulate/scenario.ts';
import type { Queryable } from './database.ts';

const SEARCH_PATHS: Readonly<Record<ProfileName, string>> = {
  documented: 'sim_clock, pg_catalog, public',
  'rails-1.0': 'sim_clock, pg_catalog, rails_1_0, public',
};

/** Statements that put a new session into the state all our SQL relies on. */
export function sessionSettings(profile: ProfileName): string {
  return [
    "set timezone = 'UTC'",
    `set search_path = ${SEARCH_PATHS[profile]}`,
    // Dates, intervals and bytea cross the border as text: both adapters must print them alike.
    "set datestyle = 'ISO, YMD'",
    "set intervalstyle = 'postgres'",
    "set bytea_output = 'hex'",
    'set extra_float_digits = 1',
    'set jit = off',
    'set client_min_messages = warning',
  ].join(';\n');
}

/** Moves the session to the functions of another profile; prepared statements plan themselves anew. */
export async function setProfile(db: Queryable, profile: ProfileName): Promise<void> {
  await db.exec(`set search_path = ${SEARCH_PATHS[profile]}`);
}
