/** What goes on in a production database, in numbers. */
import { groupBy } from '../group-by.ts';
import type { ProductionDatabase } from '../store/production/production-database.ts';
import type { Bucket } from '../store/production/rows/overview-rows.ts';
import {
  COUNTED_TASKS,
  readSlowSteps,
  readStates,
  readStepNumbers,
  readThroughput,
} from '../store/production/rows/overview-rows.ts';
import type { StuckRow } from '../store/production/rows/stuck-rows.ts';
import { readStuck } from '../store/production/rows/stuck-rows.ts';
import { inWords } from '../inspect/production/stuck-words.ts';

const MINUTE_MS = 60_000;
const BUCKETS = 48;
/** Widths of bars that people read easily. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440, 2_880];

export async function overview(database: ProductionDatabase, hours: number, signal: AbortSignal | undefined) {
  const { installation } = database.production;
  const bucketMinutes = WIDTHS.find((width) => (hours * 60) / width <= BUCKETS) ?? 2_880;
  return database.reading(
    async (reader, names) => {
      const states = await readStates(reader, names);
      const buckets = await readThroughput(reader, names, { hours, bucketMinutes });
      const steps = await readStepNumbers(reader, names);
      const slowSteps = await readSlowSteps(reader, names);
      const stuck = await readStuck(reader, names, installation, { after: null });
      const namespaces = states.byNamespace.map(({ namespace, states: each }) => ({
        namespace,
        tasks: each.reduce((sum, { count }) => sum + count, 0),
        states: [...each],
      }));
      return {
        at: states.at,
        hours,
        estimatedTasks: Math.max(installation.estimatedTasks, states.looked),
        looked: { tasks: states.looked, isAll: states.looked < COUNTED_TASKS },
        states: totals(namespaces.flatMap((each) => each.states)),
        namespaces: namespaces.sort((a, b) => b.tasks - a.tasks),
        throughput: { bucketMinutes, buckets: withEmpty(buckets, states.at, { hours, bucketMinutes }) },
        steps,
        slowSteps: [...slowSteps],
        stuck: {
          kinds: kinds(stuck.rows),
          isAll: stuck.next === null,
          oldest: oldestOf(stuck.rows.map((row) => inWords(row, installation))),
        },
      };
    },
    { signal },
  );
}

function totals(counts: readonly { readonly state: string; readonly count: number }[]) {
  const sums = new Map<string, number>();
  for (const { state, count } of counts) sums.set(state, (sums.get(state) ?? 0) + count);
  return [...sums].map(([state, count]) => ({ state, count })).sort((a, b) => b.count - a.count);
}

function kinds(rows: readonly StuckRow[]) {
  return [...groupBy(rows, ({ kind }) => kind)]
    .map(([kind, of]) => ({ kind, count: of.length }))
    .sort((a, b) => b.count - a.count);
}

function oldestOf<Row extends { readonly since: string; readonly actions: readonly unknown[] }>(
  rows: readonly Row[],
) {
  const oldest = rows.reduce<Row | null>(
    (first, row) => (first === null || row.since < first.since ? row : first),
    null,
  );
  return oldest === null ? null : { ...oldest, actions: [...oldest.actions] as Row['actions'][number][] };
}

/** A bar for every stretch of time, also where nothing happened. */
function withEmpty(
  buckets: readonly Bucket[],
  at: string,
  { hours, bucketMinutes }: { readonly hours: number; readonly bucketMinutes: number },
): Bucket[] {
  const width = bucketMinutes * MINUTE_MS;
  const end = Math.floor(Date.parse(at) / width) * width;
  const count = Math.ceil((hours * 60) / bucketMinutes);
  const known = new Map(buckets.map((bucket) => [Date.parse(bucket.at), bucket]));
  return Array.from({ length: count + 1 }, (_, index) => {
    const start = end - (count - index) * width;
    return known.get(start) ?? { at: new Date(start).toISOString(), created: 0, completed: 0, failed: 0 };
  });
}
