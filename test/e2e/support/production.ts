/** A production database with tasks of every kind, and what a person does in the window to look into it. */
import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { openPostgres } from '../../../src-engine/store/postgres.ts';
import { addTask } from '../../production/support/add-task.ts';
import type { Filled } from '../../production/support/fill-tasks.ts';
import { fillTasks } from '../../production/support/fill-tasks.ts';
import { withServer } from '../../production/support/server.ts';
import type { TestServer } from '../../production/support/server.ts';
import { createTaskerDatabase } from '../../production/support/tasker-database.ts';
import type { TestDatabase } from '../../production/support/tasker-database.ts';

export interface TestProduction {
  readonly server: TestServer;
  readonly database: () => TestDatabase;
  readonly filled: () => Filled;
  /** The exact tasks, by what they are good for. */
  readonly task: (name: keyof ExactTasks) => string;
}

interface ExactTasks {
  /** Its payment failed and is not retryable; with a card and an address in its context. */
  readonly failedForGood: number;
  /** In progress, so that something can change. */
  readonly underWay: number;
}

/** To be called once at the top of a test file. */
export function useProductionServer(): TestProduction {
  const server = withServer({ auth: 'password' });
  let made:
    { readonly database: TestDatabase; readonly filled: Filled; readonly exact: ExactTasks } | undefined;
  const given = () => {
    if (made === undefined) throw new Error('the database is there only while tests run');
    return made;
  };
  beforeAll(async () => {
    const database = await createTaskerDatabase(server);
    const filled = await fillTasks(database.db, { tasks: 400, stuckOfEach: 3 });
    made = { database, filled, exact: await addExactTasks(database) };
  });
  afterAll(async () => made?.database.close());
  return {
    server,
    database: () => given().database,
    filled: () => given().filled,
    task: (name) => String(given().exact[name]),
  };
}

const CHECKOUT = { reserve: [], charge: ['reserve'], ship: ['charge'], notify: ['charge', 'ship'] };

/** The younger, the further up in the list. */
async function addExactTasks({ db }: TestDatabase): Promise<ExactTasks> {
  const failed = await addTask(db, {
    name: 'checkout_with_a_name_that_is_quite_long_for_any_column',
    namespace: 'fulfilment_of_orders_from_abroad',
    version: '2.0.1',
    parents: CHECKOUT,
    created: 7_200,
    history: [{ to: 'in_progress', ago: 7_199 }],
    context: {
      order_id: 'A-1001',
      customer: { email: 'ada@example.com', address: '12 Long Lane' },
      payment: { card_number: '4242-4242', amount: 129.5 },
    },
    steps: {
      reserve: {
        history: [
          { to: 'in_progress', ago: 7_198 },
          { to: 'complete', ago: 7_190 },
        ],
        attempts: 1,
        processed: true,
      },
      charge: {
        history: [
          { to: 'in_progress', ago: 7_180 },
          { to: 'error', ago: 7_170 },
        ],
        attempts: 1,
        retryable: false,
        attempted: 7_180,
      },
    },
    results: {
      reserve: { reservation: 'R-7', items: [{ sku: 'tea', count: 2 }] },
      charge: { error: 'The card was declined by the bank', error_class: 'CardDeclined' },
    },
  });
  const underWay = await addTask(db, {
    name: 'weekly_report',
    namespace: 'reports',
    parents: { collect: [], write: ['collect'] },
    created: 30,
    history: [{ to: 'in_progress', ago: 29 }],
    context: { week: 'find-me-42' },
    steps: { collect: { history: [{ to: 'in_progress', ago: 28 }], attempts: 1, inProcess: true } },
  });
  return { failedForGood: failed.taskId, underWay: underWay.taskId };
}

/** As with the clipboard: what is pasted was copied elsewhere. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  await page.evaluate(() => navigator.clipboard.writeText(''));
}

export const connectionDialog = (page: Page) =>
  page.getByRole('dialog', { name: /New connection|Edit the connection/ });

/** Opens the dialog for a new connection and pastes the URL there. */
export async function pasteUrl(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'New connection…' }).click();
  await connectionDialog(page).getByLabel('Paste a URL').click();
  await paste(page, url);
}

export const strip = (page: Page) => page.getByRole('region', { name: 'Production connection' });

/** A new connection that is saved and opened; its views are there. */
export async function connectTo(page: Page, url: string, name?: string): Promise<void> {
  await pasteUrl(page, url);
  const dialog = connectionDialog(page);
  if (name !== undefined) await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Save and connect' }).click();
  await strip(page).getByText('read only').waitFor();
}

export const view = (page: Page, name: 'Overview' | 'Tasks' | 'Stuck' | 'Drift') =>
  page.getByRole('tab', { name, exact: true }).click();

/** As a worker elsewhere moves a task on. */
export async function moveTask(
  { server, database }: TestProduction,
  task: string,
  to: string,
): Promise<void> {
  // A session of its own: a server that was stopped has thrown out those before it.
  const session = await openPostgres(server.url('postgres', database().name));
  try {
    await session.query(
      'update tasker_task_transitions set most_recent = false where task_id = $1::bigint and most_recent',
      [task],
    );
    await session.query(
      `insert into tasker_task_transitions (task_id, to_state, from_state, sort_key, most_recent, created_at, updated_at)
       select $1::bigint, $2, 'in_progress', 1000 + count(*), true, now() at time zone 'UTC', now() at time zone 'UTC'
       from tasker_task_transitions where task_id = $1::bigint`,
      [task, to],
    );
  } finally {
    await session.close();
  }
}

/** Which of these words stand in the HTML of the page, or in what it keeps. */
export async function readableIn(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((words) => {
    const kept = [
      document.documentElement.innerHTML,
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
    ];
    return words.filter((word) => kept.some((text) => String(text).includes(word)));
  }, words);
}

/** Finds a task by its context and opens its details. */
export async function openTask(page: Page, context: string, name: string): Promise<void> {
  await view(page, 'Tasks');
  await page.getByLabel('Text in the context').fill(context);
  await page.getByLabel('Text in the context').press('Enter');
  await page.getByText(/^1 shown/).waitFor();
  await page.getByRole('row').filter({ hasText: name }).click();
  await page
    .getByRole('region', { name: 'Task in production' })
    .getByRole('list', { name: 'Steps of the task' })
    .waitFor();
}
