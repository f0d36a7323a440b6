/** The one behaviour of both adapters: values, parameters, turns, transactions, errors. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src-engine/store/database.ts';
import { DatabaseError } from '../../src-engine/store/database-error.ts';
import { setProfile } from '../../src-engine/store/session.ts';
import { openTestDatabase, testDatabaseKind } from '../support/database.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await db.exec('create table public.things (id int primary key, label text)');
});
afterAll(() => db.close());

async function errorOf(work: Promise<unknown>): Promise<DatabaseError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DatabaseError) return error;
  throw new Error(`expected a DatabaseError, got ${String(error)}`);
}

test('the database is of the kind asked for', () => {
  expect(db.kind).toBe(testDatabaseKind());
});

test('column values have one shape', async () => {
  const [row] = await db.query(`select 1::int2 as small, 2::int4 as whole, 9007199254740991::int8 as big,
    26::oid as oid, 1.5::float8 as float, 0.1::float4 as single, 'NaN'::float8 as nan, true as yes, false as no,
    12.30::numeric as exact, '{"a": [1, null]}'::jsonb as jsonb, '[1, "x"]'::json as json,
    timestamp '2030-01-01 12:00:00.5' as at, timestamptz '2030-01-01 12:00:00+02' as zoned, date '2030-01-02' as day,
    interval '90 seconds' as wait, '\\x00ff'::bytea as bytes, 'ü€😀'::text as letters, null::int as nothing,
    'b0d4ab7c-0000-4000-8000-000000000000'::uuid as id`);
  expect(row).toEqual({
    small: 1,
    whole: 2,
    big: 9_007_199_254_740_991,
    oid: 26,
    float: 1.5,
    single: 0.1,
    nan: Number.NaN,
    yes: true,
    no: false,
    exact: '12.30',
    jsonb: { a: [1, null] },
    json: [1, 'x'],
    at: '2030-01-01 12:00:00.5',
    zoned: '2030-01-01 10:00:00+00',
    day: '2030-01-02',
    wait: '00:01:30',
    bytes: '\\x00ff',
    letters: 'ü€😀',
    nothing: null,
    id: 'b0d4ab7c-0000-4000-8000-000000000000',
  });
});

test('array columns become arrays', async () => {
  const [row] =
    await db.query(`select '{1,2}'::int[] as whole, '{3,NULL}'::bigint[] as big, '{}'::int[] as empty,
    array['a,b', 'c"d', '', 'NULL', null, 'e\\f', '{g}'] as words, '{{1,2},{3,4}}'::int[] as nested,
    '[0:1]={7,8}'::int[] as shifted, array[true, false] as flags, array[1.50] as exact,
    array['{"a":"b,c"}'::jsonb] as objects`);
  expect(row).toEqual({
    whole: [1, 2],
    big: [3, null],
    empty: [],
    words: ['a,b', 'c"d', '', 'NULL', null, 'e\\f', '{g}'],
    nested: [
      [1, 2],
      [3, 4],
    ],
    shifted: [7, 8],
    flags: [true, false],
    exact: ['1.50'],
    objects: [{ a: 'b,c' }],
  });
});

test('parameters come back as they went in', async () => {
  const words = [
    'plain',
    '',
    'NULL',
    null,
    'a,b',
    'say "hi"',
    'back\\slash',
    '{brace}',
    "quote'",
    'zwei\nZeilen',
    'ü😀',
  ];
  const [row] = await db.query(
    'select $1::int as n, $2::text as t, $3::boolean as b, $4::text as nothing, $5::bigint[] as ids, $6::text[] as words, $7::jsonb as json',
    [1, "it's", true, null, [1, null, 3], words, JSON.stringify({ a: 'ü' })],
  );
  expect(row).toEqual({
    n: 1,
    t: "it's",
    b: true,
    nothing: null,
    ids: [1, null, 3],
    words,
    json: { a: 'ü' },
  });
});

test('a statement without rows returns none', async () => {
  expect(await db.query('update public.things set label = $1 where id = $2', ['x', -1])).toEqual([]);
  expect(await db.query('')).toEqual([]);
});

test('a wide result comes whole', async () => {
  const [row] = await db.query<{ text: string }>(`select repeat('x', 3000000) as text`);
  expect(row?.text).toHaveLength(3_000_000);
  const rows = await db.query<{ n: number }>('select n from generate_series(1, 20000) n');
  expect(rows.at(-1)).toEqual({ n: 20_000 });
});

test('calls are answered in the order they were made', async () => {
  const order: number[] = [];
  await Promise.all([
    db.query('select pg_sleep(0.05)').then(() => order.push(1)),
    db.exec('select 2').then(() => order.push(2)),
    db.query('select 3').then(() => order.push(3)),
  ]);
  expect(order).toEqual([1, 2, 3]);
});

describe('a transaction', () => {
  test('keeps its changes and returns what its work returned', async () => {
    const result = await db.transaction(async (tx) => {
      await tx.query('insert into public.things values ($1, $2)', [1, 'kept']);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await db.query('select label from public.things where id = 1')).toEqual([{ label: 'kept' }]);
  });

  test('is undone when its work throws, and throws the same', async () => {
    const reason = new Error('no');
    const work = db.transaction(async (tx) => {
      await tx.query('insert into public.things values (2, null)');
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect(await db.query('select id from public.things where id = 2')).toEqual([]);
  });

  test('that swallowed a failed statement does not pretend to have committed', async () => {
    const work = db.transaction(async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    expect((await errorOf(work)).code).toBe('25P02');
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('keeps everybody else waiting', async () => {
    const seen: string[] = [];
    const long = db.transaction(async (tx) => {
      await tx.query('select 1');
      await new Promise((resolve) => setTimeout(resolve, 30));
      await tx.query('select 2');
      seen.push('transaction');
    });
    const other = db.query('select 3').then(() => seen.push('other'));
    await Promise.all([long, other]);
    expect(seen).toEqual(['transaction', 'other']);
  });

  test('gives out nothing that works after its end', async () => {
    const tx = await db.transaction(async (open) => open);
    expect((await errorOf(tx.query('select 1'))).code).toBe('08003');
  });
});

test('an error carries its code, its statement and its constraint', async () => {
  const error = await errorOf(db.query('insert into public.things values (1, $1)', ['again']));
  expect(error).toMatchObject({
    name: 'DatabaseError',
    code: '23505',
    constraint: 'things_pkey',
    sql: 'insert into public.things values (1, $1)',
  });
  expect(error.message).toContain('things_pkey');
  expect((await errorOf(db.query(`select nope /* ${'x'.repeat(500)} */`))).sql?.length).toBeLessThan(410);
  expect((await errorOf(db.exec('select 1; selec 2'))).code).toBe('42601');
});

test('a session goes on after errors of every stage', async () => {
  expect((await errorOf(db.query('selec 1'))).code).toBe('42601');
  expect((await errorOf(db.query('select $1::int', ['x']))).code).toBe('22P02');
  expect((await errorOf(db.query('select 1 / $1::int', [0]))).code).toBe('22012');
  expect(await db.query('select 1 / $1::int as n', [1])).toEqual([{ n: 1 }]);
});

test('a prepared statement follows a change of its table', async () => {
  await db.exec('create table public.growing (id int); insert into public.growing values (1)');
  const sql = 'select * from public.growing';
  expect(await db.query(sql)).toEqual([{ id: 1 }]);
  await db.exec('alter table public.growing add column label text default $$new$$');
  expect(await db.query(sql)).toEqual([{ id: 1, label: 'new' }]);
  await db.exec('deallocate all');
  expect(await db.query(sql)).toEqual([{ id: 1, label: 'new' }]);
});

test('more statements than the session keeps prepared', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 230; n += 1) expect(await db.query(`select ${n} as n`)).toEqual([{ n }]);
  }
  const [kept] = await db.query<{ count: number }>('select count(*) as count from pg_prepared_statements');
  expect(kept?.count).toBeLessThanOrEqual(201);
});

test('every session has UTC and the search path of its profile', async () => {
  const settings = 'select current_setting($1) as path, current_setting($2) as zone';
  const ask = () => db.query(settings, ['search_path', 'timezone']);
  expect(await ask()).toEqual([{ path: 'sim_clock, pg_catalog, public', zone: 'UTC' }]);
  await setProfile(db, 'rails-1.0');
  expect(await ask()).toEqual([{ path: 'sim_clock, pg_catalog, rails_1_0, public', zone: 'UTC' }]);
  await setProfile(db, 'documented');
});

test('now() is the clock of the simulation once one is set', async () => {
  await db.query('select set_config($1, $2, false)', ['workbench.now', '2030-01-01 12:00:30+00']);
  expect(await db.query('select now() as now')).toEqual([{ now: '2030-01-01 12:00:30+00' }]);
  await db.query('select set_config($1, $2, false)', ['workbench.now', '']);
});

test('a closed database says so, and closing it again is harmless', async () => {
  const other = await openTestDatabase();
  await other.close();
  await other.close();
  expect((await errorOf(other.query('select 1'))).code).toBe('08003');
});
