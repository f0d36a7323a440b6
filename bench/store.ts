/** What the database costs before it does anything: opening from the seed, one call, one row. */
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { median, milliseconds, report } from './support/measure.ts';

const CALLS = 2_000;
const ROUNDS = 9;

async function rounds(count: number, work: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < count; round += 1) values.push(await work());
  return median(values);
}

report('first open from the seed, ms', await milliseconds(async () => (await openSandbox()).close()));
const reopened = await rounds(5, () => milliseconds(async () => (await openSandbox()).close()));
report('open and close once warm, ms', reopened, { atMost: 1_500 });

const db = await openSandbox();

async function microsecondsPerCall(sql: string, params: readonly number[]): Promise<number> {
  const all = async (): Promise<void> => {
    for (let call = 0; call < CALLS; call += 1) await db.query(sql, params);
  };
  return ((await milliseconds(all)) * 1_000) / CALLS;
}

report('select 1, us', await rounds(ROUNDS, () => microsecondsPerCall('select 1', [])), { atMost: 100 });
report(
  'two parameters, us',
  await rounds(ROUNDS, () => microsecondsPerCall('select $1::int + $2::int as sum', [1, 2])),
  { atMost: 120 },
);
const wide =
  'select n as a, n as b, n as c, n::text as d, now() as e, true as f from generate_series(1, 5000) n';
const perRow = await rounds(ROUNDS, async () => ((await milliseconds(() => db.query(wide))) * 1_000) / 5_000);
report('a row of six columns, us', perRow);
await db.close();
