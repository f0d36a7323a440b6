/** axe-core finds nothing serious in any view of a production database, in both themes. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { describeWithServer } from '../../../production/support/server.ts';
import { seriousViolations } from '../support/axe.ts';
import {
  connectionDialog,
  connectTo,
  openTask,
  pasteUrl,
  useProductionServer,
  view,
} from '../../support/production.ts';
import { openWindow, useWindow } from '../support/window.ts';

describeWithServer('a production database for everybody', () => {
  useWindow();
  const production = useProductionServer();
  const url = (): string => production.database().url('viewer');

  const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'the connection dialog, tested': async (page) => {
      await pasteUrl(page, url());
      await connectionDialog(page).getByRole('button', { name: 'Test', exact: true }).click();
      await connectionDialog(page)
        .getByText(/^It answers/)
        .waitFor();
    },
    'the connection dialog, with problems': async (page) => {
      await pasteUrl(page, 'postgres://viewer:wrong@127.0.0.1:1/nowhere');
      await connectionDialog(page).getByRole('checkbox', { name: 'Go through an SSH host' }).check();
      await connectionDialog(page).getByRole('button', { name: 'Test', exact: true }).click();
      await connectionDialog(page).getByText('The host is missing.').waitFor();
    },
    'a role that may write': async (page) => {
      await pasteUrl(page, production.database().url('writer'));
      await connectionDialog(page).getByRole('button', { name: 'Save and connect' }).click();
      await page.getByRole('dialog', { name: /may write$/ }).waitFor();
    },
    'a password that is missing': async (page) => {
      await pasteUrl(page, url().replace(/:[^:@]*@/, '@'));
      await connectionDialog(page).getByRole('button', { name: 'Save and connect' }).click();
      await page.getByLabel('Password of viewer').waitFor();
    },
    'the overview': async (page) => {
      await connectTo(page, url());
      await page.getByRole('region', { name: 'Slow steps' }).waitFor();
      await page.getByText('As a table').click();
    },
    'tasks with a detail, followed': async (page) => {
      await connectTo(page, url());
      await openTask(page, 'A-1001', 'checkout');
      await page.getByText('What can be done: 3 ways').click();
      await page
        .getByText(/^Results, /)
        .first()
        .click();
      await page.getByRole('button', { name: 'Clear the filter' }).click();
      await page.getByText(/^100 shown/).waitFor();
      await page.getByRole('button', { name: 'Follow' }).click();
      await page.getByText('live', { exact: true }).waitFor();
    },
    'what is stuck': async (page) => {
      await connectTo(page, url());
      await view(page, 'Stuck');
      await page.getByText('What can be done: 3 ways').first().click();
    },
    'bringing a task home': async (page) => {
      await connectTo(page, url());
      await openTask(page, 'A-1001', 'checkout');
      await page.getByRole('button', { name: 'Bring it home…' }).click();
      await page.getByRole('dialog').getByText('looks like a secret').first().waitFor();
    },
    'a task that was brought home': async (page) => {
      await connectTo(page, url());
      await openTask(page, 'A-1001', 'checkout');
      await page.getByRole('button', { name: 'Bring it home…' }).click();
      await page.getByRole('button', { name: 'Bring it home', exact: true }).click();
      await page.getByText(/^Copy of task/).waitFor();
      await page.getByText(/^Critical path/).waitFor();
    },
  };

  const cases = Object.keys(VIEWS).flatMap((name) =>
    (['light', 'dark'] as const).map((theme) => ({ name, theme })),
  );

  test.each(cases)('$name, $theme', async ({ name, theme }) => {
    const { page } = await openWindow({ theme });
    await VIEWS[name]?.(page);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
