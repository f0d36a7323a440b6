/** The structure of a database as text, so that two databases can be compared and a difference be read. */
import type { Queryable } from '../../src-engine/store/database.ts';

const OWN = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;

/** Every relation, column, index, constraint and function, in a fixed order; not the contents. */
const FINGERPRINT = `
select 'relation ' || n.nspname || '.' || c.relname || ' ' || c.relkind::text ||
  coalesce(' ' || pg_get_viewdef(case when c.relkind in ('v', 'm') then c.oid end), '') ||
  coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '') as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OWN} and c.relkind <> 'i'
union all
select 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' || a.attnum || ' ' ||
  format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end ||
  a.attidentity::text || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where ${OWN} and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'm', 'p')
union all
select 'index ' || pg_get_indexdef(i.indexrelid)
from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${OWN}
union all
select 'constraint ' || n.nspname || '.' || c.conname || ' ' || c.conrelid::regclass::text || ' ' || pg_get_constraintdef(c.oid)
from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${OWN} and c.contype <> 'n'
union all
select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal
union all
select 'function ' || pg_get_functiondef(p.oid) || coalesce(' -- ' || obj_description(p.oid, 'pg_proc'), '')
from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OWN} and p.prokind in ('f', 'p')
order by 1`;

export async function fingerprint(db: Queryable): Promise<readonly string[]> {
  const rows = await db.query<{ line: string }>(FINGERPRINT);
  return rows.map((row) => row.line);
}
