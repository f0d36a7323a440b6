#!/usr/bin/env node
/**
 * `npm test`: everything, in the order in which it is cheap to fail: check, build, tests on PGlite, the
 * tests that use a database again on PostgreSQL, the built program in a browser and as a desktop. With CI=true
 * nothing may be skipped.
 */
import { checkAll } from './check.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { buildAll } from './build.mjs';
import { isCi } from './support/process.mjs';
import { vitest } from './support/vitest.mjs';
import { PLACES, testIn } from './test-e2e.mjs';
import { SERVER_TESTS, testOnPostgres } from './test-postgres.mjs';

/** Name, outcome and a word on each part; `counted` parts add to the number of tests. */
const parts = [];

await ensureInstall();
await part('check', async () => {
  const failed = await checkAll();
  return { ok: failed.length === 0, note: failed.join(', ') };
});
await part('build', async () => {
  await buildAll();
  return { ok: true };
});
await part('tests on PGlite', async () =>
  ofVitest(await vitest('pglite', ['--exclude', `${SERVER_TESTS}/**`])),
);
await part('tests on PostgreSQL', async () => {
  const result = await testOnPostgres();
  return result === undefined
    ? notRun('no PostgreSQL server programs (initdb, postgres) were found')
    : ofVitest(result);
});
for (const place of Object.values(PLACES)) {
  await part(`e2e in ${place.title}`, async () => {
    // What lies there would be another program than the sources say.
    if (!parts.some(({ name, ok }) => name === 'build' && ok))
      return { ok: false, note: 'nothing was built' };
    const result = await testIn(place);
    return typeof result === 'string' ? notRun(result) : ofVitest(result);
  });
}
summary();

async function part(name, work) {
  console.log(`\n== ${name}`);
  try {
    parts.push({ name, ...(await work()) });
  } catch (error) {
    console.error(error);
    parts.push({ name, ok: false, note: error instanceof Error ? error.message : String(error) });
  }
}

function notRun(reason) {
  const note = `NOT RUN: ${reason}`;
  console.error(`\n!! ${note}\n`);
  return { ok: !isCi, note, skipped: true };
}

function ofVitest({ code, passed, failed, failures }) {
  // A run that ended badly without a failed test (a leak, a broken file) is a failure all the same.
  const broken = code !== 0 && failed === 0 ? 'vitest failed outside the tests' : '';
  return { ok: code === 0, note: broken, passed, failed: Math.max(failed, code === 0 ? 0 : 1), failures };
}

function summary() {
  console.log('\n== summary');
  for (const { name, ok, note, passed, failed, failures = [], skipped } of parts) {
    const mark = !ok ? 'FAILED ' : skipped ? 'SKIPPED' : 'ok     ';
    const numbers = passed === undefined ? '' : ` ${passed} passed, ${failed} failed`;
    console.log(`${mark} ${name}${numbers}${note ? ` ${note}` : ''}`);
    // The run is long: what failed in it is said again where one looks first.
    for (const failure of failures) console.log(`        ${failure}`);
  }
  const failedParts = parts.filter(({ ok, failed }) => !ok && failed === undefined).length;
  const passed = parts.reduce((sum, { passed = 0 }) => sum + passed, 0);
  const failed = parts.reduce((sum, { failed = 0 }) => sum + failed, 0) + failedParts;
  process.exitCode = parts.every(({ ok }) => ok) ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}
