/** Run, pause, step, speed, stop, restart, as a person uses them. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  chooseFrom,
  openBadTemplate,
  openExample,
  openWindow,
  runStatus,
  runToVerdict,
  useWindow,
} from './support/window.ts';

useWindow();

const eventCount = async (page: Page): Promise<number> =>
  Number(/(\d[\d,]*) events/.exec(await runStatus(page).innerText())?.[1]?.replaceAll(',', ''));

test('a step shows exactly one more event, from the very first on', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  for (let wanted = 1; wanted <= 6; wanted++) {
    await page.keyboard.press('F10');
    await page.getByText(new RegExp(`paused · ${wanted} events`)).waitFor();
  }
  await page.getByRole('row').filter({ hasText: 'task.initialize_requested' }).first().waitFor();
});

test('pause holds the clock and the log, resume goes on to the verdict', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Speed', '1×');
  await page.keyboard.press('F5');
  await page.getByText(/running · [1-9]/).waitFor();
  await page.keyboard.press('F6');
  await page.getByText(/Run: paused/).waitFor();
  const clock = page.getByRole('timer');
  const [time, events] = [await clock.innerText(), await eventCount(page)];
  await page.waitForTimeout(400);
  expect([await clock.innerText(), await eventCount(page)]).toEqual([time, events]);
  await chooseFrom(page, 'Speed', 'max');
  await page.keyboard.press('F5');
  await page.getByText(/Run: completed/).waitFor();
  expect(await eventCount(page)).toBeGreaterThan(events);
});

test('the speed can be changed in the middle of a wait', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /gateway/i);
  await chooseFrom(page, 'Speed', '1×');
  await page.keyboard.press('F5');
  await page.getByText(/running · [1-9]/).waitFor();
  await chooseFrom(page, 'Speed', 'max');
  await page.waitForFunction(() =>
    /Run: (?!running)/.test(document.querySelector('footer')?.textContent ?? ''),
  );
});

test('stop ends a run and keeps its log; restart begins anew', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Speed', '1×');
  await page.keyboard.press('F5');
  await page.getByText(/running · [1-9]/).waitFor();
  await page.keyboard.press('Shift+F5');
  await page.getByText(/Run: stopped/).waitFor();
  expect(await eventCount(page)).toBeGreaterThan(0);
  await chooseFrom(page, 'Speed', 'max');
  await page.keyboard.press('Control+Shift+F5');
  await page.getByText(/Run: completed/).waitFor();
});

test('while a failed step waits, its card counts down in virtual time', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /gateway/i);
  await chooseFrom(page, 'Speed', '1×');
  await page.keyboard.press('F5');
  const card = page.locator('#canvas .react-flow__node', { hasText: 'waits to retry' }).first();
  await card.waitFor({ timeout: 40_000 });
  await page.waitForFunction(() =>
    /\d+(\.\d+)? s/.test(document.querySelector('#canvas')?.textContent ?? ''),
  );
  expect(await card.innerText()).toMatch(/\d of \d/);
});

test('a template with errors is not run, and the reason leads to the problems', async () => {
  const { page } = await openWindow();
  await openBadTemplate(page);
  await page
    .locator('footer')
    .getByRole('button', { name: /^[1-9]\d* errors/ })
    .waitFor();
  await page.keyboard.press('F5');
  await page.getByText('Nothing was started', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show the problems', exact: true }).click();
  await page.locator('#problems').waitFor();
});

test('the verdict of a run that cannot end well is told with its reasons', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /declined/i);
  expect(await runToVerdict(page)).toBe('failed');
  await page
    .locator('#details')
    .getByText(/process_payment/)
    .first()
    .waitFor();
});
