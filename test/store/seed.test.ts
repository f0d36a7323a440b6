/** Seeds on disk, and the sandbox that starts from one. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPglite } from '../../src-engine/store/pglite.ts';
import { openSandbox } from '../../src-engine/store/open-sandbox.ts';
import { schemaFile, schemaFiles } from '../../src-engine/store/schema-files.ts';
import { findSeed, removeStaleSeeds, seedFileName } from '../../src-engine/store/seed-files.ts';
import { openTestDatabase, testDatabaseKind } from '../support/database.ts';
import { TEST_SEEDS } from '../support/pglite-clones.ts';

const EARLIER = [schemaFile('10_tables/earlier.sql', 'create table public.earlier (id int);')];

describe.skipIf(testDatabaseKind() !== 'pglite')('a seed', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seed-'));
    await (await openTestDatabase()).close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is found by the files it was made from, and by no others', async () => {
    expect(await findSeed(schemaFiles(), [folder, TEST_SEEDS])).toBeInstanceOf(Blob);
    expect(await findSeed(EARLIER, [folder, TEST_SEEDS])).toBeUndefined();
    expect(await findSeed(schemaFiles(), [folder])).toBeUndefined();
  });

  test('is small, and holds one database', async () => {
    const seed = await findSeed(schemaFiles(), [TEST_SEEDS]);
    expect(seed?.size).toBeLessThan(20_000_000);
    const db = await openTestDatabase();
    expect(await db.query('select datname from pg_database')).toEqual([{ datname: 'postgres' }]);
    await db.close();
  });

  test('of other files is stale and removed', async () => {
    const [current, stale] = [seedFileName(schemaFiles()), seedFileName(EARLIER)];
    for (const name of [current, stale, 'other.tar']) await writeFile(join(folder, name), 'x');
    await removeStaleSeeds([schemaFiles()], folder);
    expect((await readdir(folder)).sort()).toEqual(['other.tar', current].sort());
  });

  test('in pieces is refused, not half opened', async () => {
    const seed = await findSeed(schemaFiles(), [TEST_SEEDS]);
    await expect(openPglite({ seed: seed?.slice(0, 5000) ?? new Blob([]) })).rejects.toThrow();
  });

  test('starts a sandbox in a folder, which keeps what was written', async () => {
    const dataFolder = join(folder, 'data');
    const first = await openSandbox({ dataFolder });
    await first.exec(`insert into public.tasker_task_namespaces (name, created_at, updated_at)
      values ('kept', '2030-01-01', '2030-01-01')`);
    await first.close();
    const again = await openSandbox({ dataFolder, profile: 'rails-1.0' });
    expect(
      await again.query('select name from public.tasker_task_namespaces where name <> $1', ['default']),
    ).toEqual([{ name: 'kept' }]);
    expect(await again.query('select * from workbench.migrations')).toHaveLength(schemaFiles().length);
    // A log without WAL would be empty after a crash.
    expect(
      await again.query("select relpersistence from pg_class where oid = 'workbench.events'::regclass"),
    ).toEqual([{ relpersistence: 'p' }]);
    await again.close();
  });
});
