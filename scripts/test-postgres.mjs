#!/usr/bin/env node
/**
 * `npm run test:postgres [files]`: the tests that use a database, on a throw-away PostgreSQL server.
 * Exit code 3 means that no PostgreSQL is installed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { isMain } from './support/is-main.mjs';
import { ROOT } from './support/process.mjs';
import { findPostgres, withPostgres } from './support/postgres-server.mjs';
import { vitest } from './support/vitest.mjs';

/** Tests that start servers of their own: they are run here and in no other part. */
export const SERVER_TESTS = 'test/production';

const FOLDERS = ['test/sql', 'test/store', 'test/run', 'test/simulate', 'test/api', SERVER_TESTS];

/** Runs the tests; undefined when there is no PostgreSQL to run them on. */
export async function testOnPostgres(files = []) {
  const bin = await findPostgres();
  if (bin === undefined) return undefined;
  console.log(`Testing on PostgreSQL from ${bin}`);
  const chosen = files.length > 0 ? files : FOLDERS.filter((folder) => existsSync(join(ROOT, folder)));
  return withPostgres(bin, (url) => vitest('postgres', chosen, { env: { TASKER_TEST_DATABASE_URL: url } }));
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  const result = await testOnPostgres(process.argv.slice(2));
  if (result === undefined)
    console.error('No PostgreSQL server programs found (initdb, postgres): install PostgreSQL 15 or newer.');
  process.exitCode = result === undefined ? 3 : result.code;
}
