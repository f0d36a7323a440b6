/** Loading the schema: into an empty database, again, into an older one, into a newer one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src-engine/store/database.ts';
import { loadSchema, SchemaError } from '../../src-engine/store/load-schema.ts';
import { inLoadOrder, schemaChecksum, schemaFile, schemaFiles } from '../../src-engine/store/schema-files.ts';
import { openEmptyDatabase, openTestDatabase } from '../support/database.ts';
import { fingerprint } from '../support/fingerprint.ts';

let db: Database;
beforeEach(async () => {
  db = await openEmptyDatabase();
});
afterEach(() => db.close());

const NEEDLES = schemaFile('10_tables/needles.sql', 'create table public.needles (id int primary key);');
const COUNT = schemaFile(
  '20_readiness/count_needles.sql',
  `create or replace function public.count_needles() returns bigint language sql as 'select count(*) from needles';`,
);
const EYE = schemaFile('migrations/0001_eye.sql', 'alter table public.needles add column eye text;');
const RELEASE_1 = inLoadOrder([COUNT, NEEDLES]);
const RELEASE_2 = inLoadOrder([COUNT, NEEDLES, EYE]);

async function schemaErrorOf(work: Promise<unknown>): Promise<SchemaError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SchemaError) return error;
  throw new Error(`expected a SchemaError, got ${String(error)}`);
}

describe('the schema of the project', () => {
  test('loads into an empty database, and loading it again changes nothing', async () => {
    const files = schemaFiles('full');
    expect(await loadSchema(db, files)).toEqual(files.map((file) => file.name));
    const first = await fingerprint(db);
    expect(await loadSchema(db, files)).toEqual([]);
    expect(await fingerprint(db)).toEqual(first);
  });

  test('may be applied file by file again, with every function body checked', async () => {
    await loadSchema(db, schemaFiles('full'));
    const first = await fingerprint(db);
    await db.transaction(async (tx) => {
      await tx.exec('set local search_path = public; set local check_function_bodies = on');
      for (const file of schemaFiles('full')) {
        if (file.kind === 'migration') continue;
        await tx.exec(file.text).catch((error: unknown) => {
          throw new Error(`sql/${file.name}`, { cause: error });
        });
      }
    });
    expect(await fingerprint(db)).toEqual(first);
  });

  test('is what a test database has', async () => {
    await loadSchema(db, schemaFiles());
    const other = await openTestDatabase();
    expect(await fingerprint(other)).toEqual(await fingerprint(db));
    await other.close();
  });

  test('takes no full index with the slim set', () => {
    expect(schemaFiles().filter((file) => file.name.startsWith('indexes-full'))).toEqual([]);
    expect(schemaChecksum(schemaFiles())).not.toBe(schemaChecksum(schemaFiles('full')));
  });
});

describe('files', () => {
  test('load tables before migrations before code, whatever their order and folder', async () => {
    expect(RELEASE_2).toEqual([NEEDLES, EYE, COUNT]);
    expect(await loadSchema(db, RELEASE_2)).toHaveLength(3);
  });

  test('outside the known folders are left out', () => {
    expect(inLoadOrder([schemaFile('attic/old.sql', 'select 1')])).toEqual([]);
  });

  test('that are broken are named, and nothing is left of the attempt', async () => {
    const before = await fingerprint(db);
    const broken = schemaFile('30_analytics/broken.sql', 'create tabel x ();');
    const error = await schemaErrorOf(loadSchema(db, inLoadOrder([...RELEASE_1, broken])));
    expect(error).toMatchObject({ code: 'broken_file', file: '30_analytics/broken.sql' });
    expect(error.message).toContain('sql/30_analytics/broken.sql');
    expect(await fingerprint(db)).toEqual(before);
  });
});

describe('an older database', () => {
  test('becomes by migrations what a fresh one is', async () => {
    await loadSchema(db, RELEASE_1);
    await db.exec('insert into public.needles values (7)');
    expect(await loadSchema(db, RELEASE_2)).toEqual([EYE.name]);
    expect(await db.query('select * from public.needles')).toEqual([{ id: 7, eye: null }]);
    const fresh = await openEmptyDatabase();
    await loadSchema(fresh, RELEASE_2);
    expect(await fingerprint(db)).toEqual(await fingerprint(fresh));
    await fresh.close();
  });

  test('gets code that changed', async () => {
    await loadSchema(db, RELEASE_1);
    const changed = schemaFile(COUNT.name, COUNT.text.replace('count(*)', 'count(*) + 100'));
    expect(await loadSchema(db, inLoadOrder([NEEDLES, changed]))).toEqual([COUNT.name]);
    expect(await db.query('select public.count_needles() as n')).toEqual([{ n: 100 }]);
  });

  test.each([
    ['table', [schemaFile(NEEDLES.name, `${NEEDLES.text} -- changed`), EYE, COUNT]],
    ['migration', [NEEDLES, schemaFile(EYE.name, `${EYE.text} -- changed`), COUNT]],
  ])('refuses a released %s file that changed', async (_kind, files) => {
    await loadSchema(db, RELEASE_2);
    const error = await schemaErrorOf(loadSchema(db, inLoadOrder(files)));
    expect(error.code).toBe('changed_table_file');
    expect(error.message).toContain('sql/migrations');
  });
});

test('a newer database is refused with advice', async () => {
  await loadSchema(db, RELEASE_2);
  const error = await schemaErrorOf(loadSchema(db, RELEASE_1));
  expect(error).toMatchObject({ code: 'newer_database', file: EYE.name });
  expect(error.message).toContain('Update the workbench');
});
