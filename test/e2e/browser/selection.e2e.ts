/** Selecting in any view selects in all; everything can be reached by keyboard. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openExample, openWindow, runToVerdict, useWindow, goTo } from './support/window.ts';

useWindow();

const STEP = 'process_payment';

const selectedOnCanvas = (page: Page) =>
  page.locator('#canvas .react-flow__node', { has: page.locator('[class*="_selected_"]') });
const details = (page: Page) => page.locator('#details').getByRole('heading', { name: STEP });

test('a click on the canvas selects in details, outline and text', async () => {
  const { page } = await openWindow({ width: 1920, height: 1080 });
  await openExample(page, '01-ecommerce-checkout');
  await page.locator('#canvas .react-flow__node', { hasText: STEP }).click();
  await details(page).waitFor();
  const item = page.getByRole('navigation', { name: 'Explorer' }).getByRole('button', { name: STEP });
  expect(await item.getAttribute('aria-current')).toBe('true');
  await page.locator('#text').getByText(STEP).first().waitFor();
});

test('a click in the outline selects on the canvas', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await page.getByRole('navigation', { name: 'Explorer' }).getByRole('button', { name: STEP }).click();
  await selectedOnCanvas(page).filter({ hasText: STEP }).waitFor();
  await details(page).waitFor();
});

test('the cursor in the text selects the step it is in', async () => {
  const { page } = await openWindow({ width: 1920, height: 1080 });
  await openExample(page, '01-ecommerce-checkout');
  await goTo(page, 'text');
  // The last step ends with the text.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await selectedOnCanvas(page).filter({ hasText: 'send_confirmation' }).waitFor();
});

test('an event selects its step everywhere', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await runToVerdict(page);
  await page.getByRole('textbox', { name: /filter/i }).fill(STEP);
  await page.getByRole('row').filter({ hasText: 'step.completed' }).first().click();
  await selectedOnCanvas(page).filter({ hasText: STEP }).waitFor();
  await details(page).waitFor();
});

test('the palette finds steps, and the canvas is walked along its edges by keyboard', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await page.keyboard.press('Control+p');
  await page.getByPlaceholder('Name of a step').fill('validate');
  await page.keyboard.press('Enter');
  await selectedOnCanvas(page).filter({ hasText: 'validate_cart' }).waitFor();
  await goTo(page, 'canvas');
  await page.keyboard.press('ArrowDown');
  await selectedOnCanvas(page).filter({ hasText: STEP }).waitFor();
});

test('space typed into the text stays there although a canvas is on the page', async () => {
  const { page } = await openWindow();
  await page.keyboard.press('Control+n');
  await page.locator('#canvas').getByText('no steps yet').waitFor();
  await goTo(page, 'text');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# a b c');
  await page.locator('#text').getByText('# a b c').waitFor();
});

test('the shortcut sheet and the palette show the same keys', async () => {
  const { page } = await openWindow();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Step one event').waitFor();
  expect(await sheet.getByText('F10', { exact: true }).count()).toBe(1);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
});
