/** A production database is connected to, looked over, searched, and followed while its server goes and comes. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { PASSWORDS } from '../../../production/support/roles.ts';
import { describeWithServer } from '../../../production/support/server.ts';
import {
  connectionDialog,
  connectTo,
  moveTask,
  pasteUrl,
  readableIn,
  strip,
  useProductionServer,
  view,
} from '../../support/production.ts';
import { openWindow, outputOfServer, useWindow } from '../support/window.ts';

const SHOTS = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'workbench-shots');

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `production-${name}.png`) });
}

const SIZE = { width: 1400, height: 900 };
const PASSWORD = PASSWORDS['viewer'] ?? '';

const grid = (page: Page) => page.getByRole('grid', { name: 'Tasks in production' });
const reach = (page: Page, words: RegExp | string) => page.getByText(words).waitFor();
const rowOf = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name });

describeWithServer('a production database in the window', () => {
  useWindow();
  const production = useProductionServer();
  const url = (): string => production.database().url('viewer');

  test('a URL is taken apart and tried out, and its password is nowhere to be read', async () => {
    const { page, complaints } = await openWindow(SIZE);
    await pasteUrl(page, url().replace(PASSWORD, 'not-the-password'));
    const dialog = connectionDialog(page);
    const field = (name: string) => dialog.getByLabel(name, { exact: true });
    expect(await field('Host').inputValue()).toBe('127.0.0.1');
    expect(await field('Port').inputValue()).toBe(String(production.server.port));
    expect(await field('Database').inputValue()).toBe(production.database().name);
    expect(await field('User').inputValue()).toBe('viewer');
    expect(await field('Password').getAttribute('type')).toBe('password');
    expect(await field('Password').inputValue()).toBe('not-the-password');
    expect(await field('Paste a URL').inputValue()).toBe('');
    expect(await readableIn(page, ['not-the-password'])).toEqual([]);

    await dialog.getByRole('button', { name: 'Test', exact: true }).click();
    await dialog.getByRole('alert').getByText('the password was not accepted').waitFor();
    await dialog.getByRole('alert').getByText('Enter it again').waitFor();
    await field('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Test', exact: true }).click();
    await dialog.getByText(/^It answers, after [\d,]+ ms/).waitFor();
    await dialog.getByText('may only read').waitFor();
    await dialog.getByText(/^PostgreSQL \d+/).waitFor();
    await shot(page, 'tested');

    await field('Name').fill('Orders, live');
    await dialog.getByRole('button', { name: 'Save and connect' }).click();
    for (const words of ['Orders, live', 'PRODUCTION', 'read only', 'Tasker for Rails, readiness 0.2'])
      await strip(page).getByText(words, { exact: true }).waitFor();
    await page.getByRole('region', { name: 'Slow steps' }).waitFor();
    // What is no secret is found where it should be: the search does search.
    const words = ['Orders, live', production.database().name, PASSWORD, 'not-the-password'];
    expect(await readableIn(page, words)).toEqual(words.slice(0, 2));
    expect(words.slice(2).filter((word) => outputOfServer().includes(word))).toEqual([]);

    // After a reload the password is gone, and asked for in its place.
    await page.reload();
    await page.getByText('Engine: ready').waitFor();
    await page.getByRole('button', { name: /^Orders, live/ }).click();
    await page.getByRole('alert').getByText('asks for a password').waitFor();
    await page.getByLabel('Password of viewer').fill(PASSWORD);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await strip(page).getByText('read only').waitFor();
    expect(await readableIn(page, [PASSWORD])).toEqual([]);

    await page.getByRole('button', { name: 'Disconnect' }).click();
    await strip(page).waitFor({ state: 'detached' });
    await page.getByText('Its steps and scenarios are listed here.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the numbers of the overview are those of the database, and lead to the tasks', async () => {
    const { page, complaints } = await openWindow(SIZE);
    await connectTo(page, url());
    const tiles = page.getByRole('region', { name: 'Tasks by state' }).getByRole('button');
    await tiles.first().waitFor();
    const counted = await production.database().db.query<{ state: string; count: number }>(
      `select coalesce(x.to_state, 'pending') as state, count(*)::integer as count
       from tasker_tasks t left join tasker_task_transitions x on x.task_id = t.task_id and x.most_recent
       group by 1`,
    );
    const shown = (await tiles.allInnerTexts()).map((text) => text.replace(/\s+/, ' '));
    expect(shown.toSorted()).toEqual(
      counted.map(({ state, count }) => `${count.toLocaleString('en')} ${wordsOf(state)}`).toSorted(),
    );
    const all = counted.reduce((sum, { count }) => sum + count, 0);
    await page.getByText(`Counted: all ${all} tasks.`).waitFor();
    const namespaces = await production.database().db.query<{ name: string; count: number }>(
      `select n.name, count(*)::integer as count from tasker_tasks t
       join tasker_named_tasks k using (named_task_id)
       join tasker_task_namespaces n using (task_namespace_id) group by 1`,
    );
    for (const { name, count } of namespaces) {
      const row = page.getByRole('region', { name: 'Namespaces' }).getByRole('row').filter({ hasText: name });
      expect(await row.getByRole('cell').nth(1).innerText()).toBe(String(count));
    }
    const lastDay = await production.database().db.query<{ count: number }>(
      `select count(*)::integer as count from tasker_tasks
       where created_at > now() at time zone 'UTC' - interval '23 hours'`,
    );
    const words = await page.getByText(/^Tasks in steps of/).innerText();
    expect(Number(/([\d,]+) created/.exec(words)?.[1])).toBeGreaterThanOrEqual(lastDay[0]?.count ?? NaN);
    await shot(page, 'overview');

    const errors = counted.find(({ state }) => state === 'error')?.count ?? 0;
    await tiles.filter({ hasText: 'error' }).click();
    await reach(page, `${errors} shown, all ${all} looked at.`);
    expect(complaints).toEqual([]);
  });

  test('tasks are filtered, found by their context, paged, and asked for by a saved filter', async () => {
    const { page, complaints } = await openWindow(SIZE);
    await connectTo(page, url());
    await view(page, 'Tasks');
    const all = production.filled().tasks + 2;
    await reach(page, '100 shown, the newest 100 looked at.');
    for (const count of [200, 300, 400]) {
      await page.getByRole('button', { name: 'Load more' }).click();
      await reach(page, `${count} shown, the newest ${count} looked at.`);
    }
    await page.getByRole('button', { name: 'Load more' }).click();
    await reach(page, `${all} shown, all ${all} looked at.`);
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(all + 1));
    await shot(page, 'tasks');

    const state = (name: string) => page.getByRole('group', { name: 'States' }).getByRole('button', { name });
    await state('cancelled').click();
    const cancelled = production.filled().byOutcome['cancelled']?.length ?? 0;
    await reach(page, `${cancelled} shown, all ${all} looked at.`);
    expect(
      await grid(page)
        .getByRole('row')
        .filter({ hasText: 'complete' })
        .filter({ hasNotText: 'cancelled' })
        .count(),
    ).toBe(0);

    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByLabel('Text in the context').fill('find-me-42');
    await reach(page, `1 shown, all ${all} looked at.`);
    await rowOf(page, 'weekly_report').waitFor();
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Save this filter…' }).click();
    await page.getByLabel('Name of the filter').fill('Week 42');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByLabel('Text in the context').fill('nothing has this');
    await page.getByText('No task fits').waitFor();
    await shot(page, 'no-task');
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Week 42' })
      .or(page.getByRole('menuitem', { name: 'Week 42' }))
      .click();
    await rowOf(page, 'weekly_report').waitFor();
    expect(await page.getByLabel('Text in the context').inputValue()).toBe('find-me-42');
    expect(complaints).toEqual([]);
  });

  test('a list that is followed changes by itself, also after the server was away', async () => {
    const { page, complaints } = await openWindow(SIZE);
    await connectTo(page, url());
    await view(page, 'Tasks');
    const task = production.task('underWay');
    await rowOf(page, 'weekly_report').getByText('in progress', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Follow' }).click();
    const words = page.locator('[data-kind]').getByText(/live|tried again|begins/);
    await page.getByText('live', { exact: true }).waitFor();
    await moveTask(production, task, 'error');
    await rowOf(page, 'weekly_report').getByText('error', { exact: true }).waitFor();
    await page.getByText(/^live, last change/).waitFor();
    await shot(page, 'followed');

    await production.server.stop();
    await page.getByText(/It is tried again by itself/).waitFor();
    await shot(page, 'server-away');
    await rowOf(page, 'weekly_report').waitFor();
    await production.server.start();
    await page.getByText(/^live/).waitFor({ timeout: 40_000 });
    await moveTask(production, task, 'resolved_manually');
    await rowOf(page, 'weekly_report').getByText('resolved by hand').waitFor();
    await expect.poll(() => words.count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

function wordsOf(state: string): string {
  return state === 'resolved_manually' ? 'resolved by hand' : state.replaceAll('_', ' ');
}
