/** Which PostgreSQL answers, e.g. `18.6`. */
import type { Queryable } from '../database.ts';

export async function serverVersion(db: Queryable): Promise<string> {
  const rows = await db.query<{ version: string }>("select current_setting('server_version') as version");
  // A distribution adds its own words in brackets.
  return rows[0]?.version.split(' ')[0] ?? '';
}
