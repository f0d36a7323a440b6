/** What the catalogue says: tables and functions that may be Tasker's, the server, and what the role could do. */
import type { Reader } from '../session/production-session.ts';
import type { FoundFunction, FoundTable, Installation } from './installation.ts';

const TABLES = [
  'tasks',
  'task_namespaces',
  'named_tasks',
  'named_steps',
  'named_tasks_named_steps',
  'workflow_steps',
  'workflow_step_edges',
  'task_transitions',
  'workflow_step_transitions',
];

const FUNCTIONS = [
  'get_step_readiness_status',
  'get_step_readiness_status_batch',
  'get_task_execution_context',
  'get_task_execution_contexts_batch',
  'calculate_dependency_levels',
  'get_system_health_counts_v01',
  'get_analytics_metrics_v01',
  'claim_ready_tasks',
];

export interface ServerFacts {
  /** e.g. 15.18 */
  readonly version: string;
  readonly isStandby: boolean;
  /** As the session has them. */
  readonly statementTimeout: string;
  readonly isReadOnly: boolean;
  readonly isEncrypted: boolean;
  readonly user: string;
  readonly database: string;
}

export async function readServer(reader: Reader): Promise<ServerFacts> {
  const [row] = await reader.query<ServerFacts>(
    `select pg_catalog.current_setting('server_version') as version,
            pg_catalog.pg_is_in_recovery() as "isStandby",
            pg_catalog.current_setting('statement_timeout') as "statementTimeout",
            pg_catalog.current_setting('default_transaction_read_only') = 'on' as "isReadOnly",
            coalesce((select s.ssl from pg_catalog.pg_stat_ssl s where s.pid = pg_catalog.pg_backend_pid()), false) as "isEncrypted",
            current_user::text as "user",
            pg_catalog.current_database()::text as database`,
  );
  if (row === undefined) throw new Error('the server says nothing of itself');
  return row;
}

/** Tables by the ends of their names: an installation may put a prefix before them. */
export async function readTables(reader: Reader): Promise<readonly FoundTable[]> {
  return reader.query<FoundTable>(
    `select n.nspname::text as schema, c.relname::text as "table", c.reltuples::float8 as rows,
            json_object_agg(a.attname, format_type(a.atttypid, null)) as columns,
            has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as readable
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'f', 'v')
       and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and exists (select from unnest($1::text[]) e(name) where right(c.relname, length(e.name)) = e.name)
     group by n.oid, n.nspname, c.oid, c.relname, c.reltuples`,
    [TABLES],
  );
}

export async function readFunctions(reader: Reader): Promise<readonly FoundFunction[]> {
  return reader.query<FoundFunction>(
    `select n.nspname::text as schema, p.proname::text as name,
            pg_get_function_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result,
            p.prosrc as body, l.lanname::text as language, p.prosecdef as "isSecurityDefiner",
            case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility
     from pg_catalog.pg_proc p
     join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     join pg_catalog.pg_language l on l.oid = p.prolang
     where p.proname = any($1::name[]) and n.nspname !~ '^pg_'
     order by p.proname, p.oid`,
    [FUNCTIONS],
  );
}

interface Rights {
  readonly is_superuser: boolean;
  readonly becomes_superuser: boolean;
  readonly may_replicate: boolean;
  /** Roles of the server itself. */
  readonly powers: readonly (keyof typeof POWERS)[];
  readonly creates_in_database: boolean;
  readonly creates_in_schema: boolean;
  readonly tables: readonly string[];
}

const POWERS = {
  pg_write_all_data: 'It may write to every table (pg_write_all_data).',
  pg_write_server_files: 'It may write files of the server (pg_write_server_files).',
  pg_execute_server_program: 'It may run programs on the server (pg_execute_server_program).',
} as const;

/**
 * What the role could do beside reading, a sentence each; none is what one wants to see. What it could do in the place of another role
 * that it belongs to counts as well.
 */
export async function readWrites(
  reader: Reader,
  { schema, prefix }: Installation,
): Promise<readonly string[]> {
  const [rights] = await reader.query<Rights>(
    `with own as (
       select r.oid, r.rolsuper, r.rolreplication from pg_roles r where r.rolname = current_user
     ), reached as (
       select w.oid, w.rolname, w.rolsuper from own join pg_roles w on pg_has_role(own.oid, w.oid, 'member')
     )
     select own.rolsuper as is_superuser, own.rolreplication as may_replicate,
            exists (select from reached w where w.rolsuper) as becomes_superuser,
            coalesce((select json_agg(w.rolname order by w.rolname) from reached w where w.rolname = any($3::name[])), '[]') as powers,
            exists (select from reached w where has_database_privilege(w.oid, current_database(), 'create')) as creates_in_database,
            exists (select from reached w where has_schema_privilege(w.oid, $1, 'create')) as creates_in_schema,
            coalesce((
              select json_agg(c.relname order by c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = $1 and c.relkind in ('r', 'p') and left(c.relname, length($2)) = $2
                and exists (
                  select from reached w
                  where has_table_privilege(w.oid, c.oid, 'insert, update, delete, truncate')
                     or has_any_column_privilege(w.oid, c.oid, 'insert, update'))
            ), '[]') as tables
     from own`,
    [schema, prefix, Object.keys(POWERS)],
  );
  return rights === undefined
    ? ['What this role may do cannot be found out.']
    : writesInWords(rights, schema);
}

function writesInWords(rights: Rights, schema: string): readonly string[] {
  return [
    ...(rights.is_superuser ? ['It is a superuser.'] : []),
    ...(rights.becomes_superuser && !rights.is_superuser ? ['It may become a superuser.'] : []),
    ...(rights.may_replicate ? ['It may replicate.'] : []),
    // To a superuser all roles belong.
    ...(rights.is_superuser ? [] : rights.powers.map((power) => POWERS[power])),
    ...(rights.tables.length > 0
      ? [`It may change ${tablesInWords(rights.tables)} in schema ${schema}.`]
      : []),
    ...(rights.creates_in_schema ? [`It may create tables in schema ${schema}.`] : []),
    ...(rights.creates_in_database ? ['It may create schemas in this database.'] : []),
  ];
}

function tablesInWords(tables: readonly string[]): string {
  const shown = tables.slice(0, 3).join(', ');
  return tables.length <= 3 ? shown : `${shown} and ${tables.length - 3} more tables`;
}

/** SQL for a person to run, who may: a role that can do nothing but read what is shown here. */
export function viewerScript(
  { schema, prefix, readiness, hasNamespaces }: Installation,
  database: string,
): string {
  const inSchema = quoted(schema);
  const tables = TABLES.filter((table) => table !== 'task_namespaces' || hasNamespaces);
  const functions =
    readiness === 'own'
      ? [`grant execute on function ${inSchema}.get_step_readiness_status(uuid, uuid[]) to tasker_viewer;`]
      : [];
  return [
    "create role tasker_viewer login password 'choose one';",
    `grant connect on database ${quoted(database)} to tasker_viewer;`,
    `grant usage on schema ${inSchema} to tasker_viewer;`,
    // By name: the schema may hold the application's own tables, too.
    ...tables.map((table) => `grant select on ${inSchema}.${quoted(`${prefix}${table}`)} to tasker_viewer;`),
    ...functions,
    'alter role tasker_viewer set default_transaction_read_only = on;',
    "alter role tasker_viewer set statement_timeout = '10s';",
    "alter role tasker_viewer set lock_timeout = '1s';",
    "alter role tasker_viewer set idle_in_transaction_session_timeout = '10s';",
    'alter role tasker_viewer connection limit 4;',
  ].join('\n');
}

/** An identifier as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
