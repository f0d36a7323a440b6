/** The schema against what Tasker publishes: names, types, defaults, keys, indexes, functions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { PROFILES } from '../support/answers.ts';
import { DAG_VIEW, FUNCTIONS } from './published-functions.ts';
import { ONLY_FULL, OWN, SLIM } from './published-indexes.ts';
import { COLUMNS, FOREIGN_KEYS, SEQUENCES } from './published-tables.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function lines(database: Database, sql: string): Promise<readonly string[]> {
  return (await database.query<{ line: string }>(sql)).map((row) => row.line);
}

const INDEXES = `select indexdef as line from pg_indexes
  where schemaname = 'public' and tablename like 'tasker%' and indexname not like '%\\_pkey'`;

/** An index definition in the short form of the expectation. */
function short(definition: string): string {
  return definition
    .replace(/^CREATE (UNIQUE )?INDEX (\S+) ON public\.\S+ USING (\S+) \(/, (_, unique, name, method) => {
      const how = method === 'btree' ? '' : ` ${String(method)} `;
      return `${unique === undefined ? '' : 'unique '}${String(name)}${how}(`;
    })
    .replace(' INCLUDE ', ' include ')
    .replace(' WHERE ', ' where ');
}

test('every table has its columns, in their order, with their types, nullability and defaults', async () => {
  const found = await db.query<{ table: string; columns: readonly string[] }>(`
    select c.relname as table, array_agg(concat_ws(' ', a.attname,
      replace(replace(replace(format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar'),
        'timestamp(6) without time zone', 'ts6'), 'timestamp without time zone', 'ts'),
      case when a.attnotnull then '!' end,
      regexp_replace(regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^nextval.*', 'sequence'), '::[a-z ]+$', '')
    ) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname like 'tasker%'
    group by c.relname`);
  expect(Object.fromEntries(found.map((row) => [row.table, row.columns]))).toEqual(COLUMNS);
});

test('every table has a comment', async () => {
  const bare = await lines(
    db,
    `
    select relname as line from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and obj_description(oid) is null`,
  );
  expect(bare).toEqual([]);
});

test('sequences have their published names and belong to the primary keys', async () => {
  const owned = await lines(
    db,
    `
    select s.relname as line from pg_class s
    join pg_depend d on d.objid = s.oid and d.deptype = 'a'
    join pg_constraint k on k.conrelid = d.refobjid and k.contype = 'p' and k.conkey = array[d.refobjsubid::int2]
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and s.relname like 'tasker%'
    order by s.relname collate "C"`,
  );
  expect(owned).toEqual(SEQUENCES);
});

test('primary keys are called after their tables and foreign keys as published', async () => {
  const primary = await lines(
    db,
    `
    select conname as line from pg_constraint
    where contype = 'p' and conrelid::regclass::text ~ '^tasker' order by conname collate "C"`,
  );
  expect(primary).toEqual(
    Object.keys(COLUMNS)
      .map((table) => `${table}_pkey`)
      .sort(),
  );
  const foreign = await lines(
    db,
    `
    select format('%s: %s.%s -> %s', k.conname, k.conrelid::regclass, a.attname, k.confrelid::regclass) as line
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.conrelid::regclass::text ~ '^tasker'
      and confupdtype = 'a' and confdeltype = 'a' and not condeferrable and convalidated
    order by k.conname collate "C"`,
  );
  expect(foreign).toEqual(FOREIGN_KEYS);
  const others = await lines(
    db,
    `
    select conname as line from pg_constraint
    where contype not in ('p', 'f', 'n') and conrelid::regclass::text ~ '^tasker'`,
  );
  expect(others).toEqual([]);
});

test('the slim set has the indexes that carry rules or that the engine reads by, and one of our own', async () => {
  expect((await lines(db, INDEXES)).map(short).sort()).toEqual([...SLIM, ...OWN].sort());
});

test('the full set has every published index', async () => {
  const full = await openTestDatabase({ indexes: 'full' });
  const found = (await lines(full, INDEXES)).map(short).sort();
  await full.close();
  expect(found).toEqual([...SLIM, ...OWN, ...ONLY_FULL].sort());
});

test('S2 the default namespace is there, so a named task needs to name none', async () => {
  const rows = await db.query<object>('select task_namespace_id, name from tasker_task_namespaces');
  expect(rows).toEqual([{ task_namespace_id: 1, name: 'default' }]);
  await expect(
    db.query(`insert into tasker_named_tasks (name, created_at, updated_at) values ('t', now(), now())`),
  ).resolves.toBeDefined();
});

test('no object of Tasker stands outside its published names', async () => {
  const extra = await lines(
    db,
    `
    select proname as line from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
    order by 1`,
  );
  const published = [...Object.keys(FUNCTIONS), ...Object.keys(COLUMNS), 'tasker_step_dag_relationships'];
  expect([...extra].sort()).toEqual(published.sort());
});

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test.each(Object.entries(FUNCTIONS))('%s has its published signature', async (name, [takes, gives]) => {
    const rows = await db.query<object>(
      `select pg_get_function_arguments(p.oid) as takes, pg_get_function_result(p.oid) as gives,
         l.lanname as language, p.provolatile as volatility, p.prosecdef as definer, p.proisstrict as strict,
         coalesce(array_to_string(p.proconfig, ','), '') ~ 'search_path' as pinned
       from pg_proc p join pg_language l on l.oid = p.prolang
       where p.proname = $1 and pg_function_is_visible(p.oid)`,
      [name],
    );
    expect(rows).toEqual([
      {
        takes,
        gives: `TABLE(${gives})`,
        language: 'plpgsql',
        volatility: 's',
        definer: false,
        strict: false,
        pinned: false,
      },
    ]);
  });

  test('the DAG view has its published columns', async () => {
    const columns = await lines(
      db,
      `
      select attname || ' ' || format_type(atttypid, atttypmod) as line from pg_attribute
      where attrelid = 'tasker_step_dag_relationships'::regclass and attnum > 0 order by attnum`,
    );
    expect(columns).toEqual(DAG_VIEW);
  });
});

test('the two profiles differ where they should: rails-1.0 hides all but the levels', async () => {
  const own = await lines(
    db,
    `select proname as line from pg_proc
    where pronamespace = 'rails_1_0'::regnamespace and proname ~ '^(get|calculate)_'`,
  );
  const shared = Object.keys(FUNCTIONS).filter((name) => !own.includes(name));
  expect(shared).toEqual(['calculate_dependency_levels']);
});
