/** How long what a window shows of a production database takes, through the contract: the overview, tasks, one task, what is stuck. */
import type { Workbench } from '../../test/production/support/client.ts';
import { median, milliseconds, report } from '../support/measure.ts';
import type { FilledServer } from './filled-server.ts';

const ROUNDS = 7;
const PAGE = 100;
const HOUR_MS = 3_600_000;

const OVERVIEW_MS = 1_000;
const PAGE_MS = 150;
const DETAIL_MS = 1_000;

type Ask = () => Promise<unknown>;
type Filter = Parameters<Workbench['client']['production']['tasks']>[0]['filter'];

export async function measureLooking(
  { client: { production } }: Workbench,
  connection: string,
  { wideTask }: FilledServer,
): Promise<void> {
  await measure('overview of the last day', OVERVIEW_MS, () =>
    production.overview({ connection, hours: 24 }),
  );
  await measure('overview of two weeks', OVERVIEW_MS, () =>
    production.overview({ connection, hours: 24 * 14 }),
  );
  await measurePages(production, connection);
  await measure('what is stuck, first page', PAGE_MS, () => production.stuck({ connection }));
  await measureDetail(production, connection, wideTask);
}

/** The first, the middle and the last page, each without a filter and with every filter. */
async function measurePages(
  production: Workbench['client']['production'],
  connection: string,
): Promise<void> {
  const newest = await production.tasks({ connection, filter: {}, limit: 1 });
  const last = Number(newest.rows[0]?.task);
  for (const [name, filter] of Object.entries(filters())) {
    const page = (before: number | undefined): Ask => {
      const from = before === undefined ? {} : { before: String(before) };
      return () => production.tasks({ connection, filter, limit: PAGE, ...from });
    };
    await measure(`tasks, ${name}: first page`, PAGE_MS, page(undefined));
    if (filter.stuckOnly === true) continue;
    await measure(`tasks, ${name}: from the middle`, PAGE_MS, page(Math.round(last / 2)));
    await measure(`tasks, ${name}: the last`, PAGE_MS, page(PAGE + 1));
  }
}

function filters(): Readonly<Record<string, Filter>> {
  const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
  return {
    'no filter': {},
    'a usual state': { states: ['complete'] },
    'a rare state': { states: ['resolved_manually'] },
    'a state that no task is in': { states: ['on_holiday'] },
    'a namespace': { namespace: 'payments' },
    'a part of the name': { name: 'order' },
    'a name that no task has': { name: 'nothing_like_it' },
    'a version': { version: '2.0.0' },
    'created in the last two hours': { createdAfter: ago(2) },
    'created before the last ten days': { createdBefore: ago(24 * 10) },
    'created in an hour a week ago': { createdAfter: ago(24 * 7 + 1), createdBefore: ago(24 * 7) },
    'text in the context': { context: '"region": "apac"' },
    'text that is in no context': { context: 'nothing like it' },
    'all at once': { states: ['error'], namespace: 'payments', name: 'order', context: 'apac' },
    stuck: { stuckOnly: true },
  };
}

async function measureDetail(
  production: Workbench['client']['production'],
  connection: string,
  task: string,
): Promise<void> {
  const ask: Ask = () => production.task({ connection, task });
  const first = await milliseconds(ask);
  report('a task of 1,000 steps with its readiness, first: ms', first, { atMost: DETAIL_MS });
  await measure('a task of 1,000 steps with its readiness, later', DETAIL_MS, ask);
  const [, small] = (await production.tasks({ connection, filter: {}, limit: 2 })).rows;
  await measure('a task of a few steps', DETAIL_MS, () =>
    production.task({ connection, task: small?.task ?? '' }),
  );
}

async function measure(name: string, atMost: number, ask: Ask): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await milliseconds(ask));
  report(`${name}: ms, median`, median(times), { atMost });
  report(`${name}: ms, slowest`, Math.max(...times), { atMost });
}
