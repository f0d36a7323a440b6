/** The story of the lab: a payment that fails is played, stopped, gone back to, let go another way, and mended by hand. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { card } from './support/authoring.ts';
import { chooseFrom, goTo, openExample, openWindow, runStatus, useWindow } from './support/window.ts';

useWindow();

const SHOTS = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'workbench-shots');

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Waits until the card says so. */
const shows = (page: Page, words: string): Promise<void> =>
  page.locator('#canvas').getByRole('img', { name: words }).first().waitFor();

const where = (page: Page) => page.getByRole('region', { name: 'Moment' }).locator('output');

test('a payment outage is played, paused, rewound, forked and resolved', { timeout: 90_000 }, async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /^The payment gateway recovers/);
  await chooseFrom(page, 'Speed', 'max');

  // played, and stopped where the payment first moves
  await goTo(page, 'canvas');
  await card(page, 'process_payment').click();
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Breakpoints (1)' }).waitFor();
  await page.keyboard.press('F5');
  await page.getByText(/Run: paused/).waitFor();
  await shows(page, 'process_payment, in progress');
  const stoppedAt = await where(page).innerText();

  // on, one change of the step at a time: in progress → error
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Breakpoints', exact: true }).waitFor();
  await page.keyboard.press('F11');
  await shows(page, 'process_payment, waits to retry');
  await page.keyboard.press('F5');
  await page.getByText(/Run: completed/).waitFor();
  const whole = await where(page).innerText();

  // back: everything on the screen shows the moment of the first failure
  await page.getByRole('textbox', { name: 'Filter events' }).fill('step.failed');
  await page.getByRole('row').filter({ hasText: 'temporarily unavailable' }).first().click();
  await shows(page, 'process_payment, waits to retry');
  await shows(page, 'create_order, pending');
  expect(await where(page).innerText()).not.toBe(whole);
  await page.getByRole('tab', { name: 'Readiness' }).click();
  await page.getByText(/failed once of 3 and waits until/).waitFor();
  await shot(page, 'rewound');
  const failedAt = await where(page).innerText();
  await page.keyboard.press('Shift+F10');
  await shows(page, 'process_payment, in progress');
  await page.keyboard.press('F10');
  expect(await where(page).innerText()).toBe(failedAt);
  await page.getByRole('textbox', { name: 'Filter events' }).fill('');

  // forked: the next attempt fails for good
  await card(page, 'process_payment').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Fork: it fails for good' }).click();
  await page.getByText(/Run: failed/).waitFor();
  await page.getByText('Attempt 2 of process_payment fails for good.').first().waitFor();
  expect(await where(page).innerText()).not.toBe(stoppedAt);

  // resolved: what may help is tried in a fork of the fork
  await page.locator('#canvas .react-flow__pane').click({ position: { x: 24, y: 260 } });
  await page.getByRole('button', { name: 'Try it: Resolve process_payment by hand' }).waitFor();
  await shot(page, 'failed');
  await page.getByRole('button', { name: 'Try it: Resolve process_payment by hand' }).click();
  await page.getByText(/Run: completed/).waitFor();
  await shows(page, 'process_payment, resolved by hand');

  // compared: the run that recovered by itself and the one that was mended
  await page.getByRole('tab', { name: 'Branches' }).click();
  await page.getByRole('button', { name: 'Compare Run on the left' }).click();
  await page.getByRole('button', { name: 'Compare Fork 2 on the right' }).click();
  await page.getByText(/Both are alike for \d+ events/).waitFor();
  await page.getByText(/Then they part/).waitFor();
  await shot(page, 'compared');

  // the saved run is what it was
  await page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: /^Run/ }).first().click();
  await page.getByText(/Run: completed/).waitFor();
  await expect.poll(() => where(page).innerText()).toBe(whole);
  expect(await runStatus(page).innerText()).toContain('completed');
  expect(complaints).toEqual([]);
});

test('the other profile is run beside it, and the lesson is told', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000, theme: 'dark' });
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /^The payment gateway recovers/);
  await chooseFrom(page, 'Speed', 'max');
  await page.keyboard.press('F5');
  await page.getByText(/Run: completed/).waitFor();
  await page.getByRole('tab', { name: 'Branches' }).click();
  await page.getByRole('button', { name: 'Other profile' }).click();
  await page
    .getByText(/never moves a failed step back to pending, so process_payment is tried once/)
    .waitFor();
  await shot(page, 'profiles-dark');
});
