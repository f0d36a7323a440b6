/** What a query on the sandbox can name, for completing it. */
import type { Queryable } from '../database.ts';

export interface SandboxSchema {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly functions: readonly { readonly name: string; readonly signature: string }[];
}

export async function sandboxSchema(db: Queryable): Promise<SandboxSchema> {
  const [row] = await db.query<{ schema: SandboxSchema }>(`
    select json_build_object(
      'tables', (
        select json_agg(json_build_object('name', c.relname, 'columns', (
          select json_agg(a.attname order by a.attnum)
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        )) order by c.relname)
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname like 'tasker%'
      ),
      'functions', (
        select json_agg(json_build_object('name', p.proname, 'signature', pg_get_function_arguments(p.oid)) order by p.proname)
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      )
    ) as schema`);
  return row?.schema ?? { tables: [], functions: [] };
}
