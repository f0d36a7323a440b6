/** What is typed into a form stands in the text, minimal and undoable; the form follows the text. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { goTo, openExample, openWindow, useWindow } from './support/window.ts';

useWindow();

const EXAMPLE = '07-demo-ecommerce';

async function openStep(page: Page, name: string): Promise<void> {
  await page.locator('#canvas .react-flow__node', { hasText: name }).first().click();
  await page.locator('#details').getByRole('heading', { name }).waitFor();
  await field(page, 'handler_class').waitFor();
}

const field = (page: Page, label: string) => page.locator('#details').getByLabel(label, { exact: true });

const firstStep = (page: Page) =>
  page.locator('#canvas .react-flow__node').first().locator('strong, [class*="name"]').first();

test('a value goes from the form into the text, and back with undo', async () => {
  const { page, complaints } = await openWindow({ width: 1920, height: 1080 });
  await openExample(page, EXAMPLE);
  await openStep(page, (await firstStep(page).innerText()).trim());
  const limit = field(page, 'default_retry_limit');
  const before = await limit.inputValue();
  await limit.fill('17');
  await limit.press('Enter');
  await page.locator('#text').getByText('17').first().waitFor();
  await page.locator('#details').getByText('1 try and 16 retries').waitFor();
  expect(await limit.evaluate((element) => document.activeElement === element)).toBe(true);
  await goTo(page, 'text');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    ({ value }) =>
      [...document.querySelectorAll<HTMLInputElement>('#details input')].some((each) => each.value === value),
    { value: before },
  );
  expect(await limit.inputValue()).toBe(before);
  expect(complaints).toEqual([]);
});

test('a new name goes everywhere, and the form keeps the focus', async () => {
  const { page } = await openWindow({ width: 1920, height: 1080 });
  await openExample(page, EXAMPLE);
  await openStep(page, (await firstStep(page).innerText()).trim());
  const name = field(page, 'name');
  await name.fill('begin_here');
  await name.press('Tab');
  await page.locator('#details').getByRole('heading', { name: 'begin_here' }).waitFor();
  await page.locator('#canvas .react-flow__node', { hasText: 'begin_here' }).first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('#details') !== null)).toBe(true);
});

test('an environment gets its own value', async () => {
  const { page } = await openWindow({ width: 1920, height: 1080 });
  await openExample(page, EXAMPLE);
  await openStep(page, (await firstStep(page).innerText()).trim());
  const picker = page.locator('#details').getByRole('combobox', { name: 'Override a key' });
  await picker.fill('description');
  await picker.press('Enter');
  const own = page
    .locator('#details')
    .getByLabel(/^description in /)
    .first();
  await own.fill('Different here');
  await own.press('Enter');
  // Only what is given can be taken back.
  await page
    .locator('#details')
    .getByRole('button', { name: /^Take description in .* back$/ })
    .waitFor();
  expect(await own.inputValue()).toBe('Different here');
});
