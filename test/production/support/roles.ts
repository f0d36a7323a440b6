/** The two roles of a production database that tests come as: one that may read, one that may write. */
import type { Queryable } from '../../../src-engine/store/database.ts';

export type RoleName = 'viewer' | 'writer';

/** Distinct words: a test looks for them in texts that must not hold them. */
export const PASSWORDS: Readonly<Record<string, string>> = {
  viewer: 'viewer-secret-7f3a',
  writer: 'writer-secret-9c1d',
};

/** Makes the roles, which belong to the whole server and may be there already. */
export async function createRoles(admin: Queryable): Promise<void> {
  for (const [role, password] of Object.entries(PASSWORDS)) {
    const found = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (found.length === 0) await admin.exec(`create role ${role} login password '${password}'`);
  }
}

/** Rights on what a schema holds now: reading for `viewer`, everything for `writer`. */
export async function grantRights(db: Queryable, schema: string): Promise<void> {
  await db.exec(`
    grant usage on schema ${schema} to viewer, writer;
    grant select on all tables in schema ${schema} to viewer;
    grant all on all tables in schema ${schema} to writer;
    grant all on all sequences in schema ${schema} to writer;`);
}
