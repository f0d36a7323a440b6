/** The line to the engine breaks, tabs compete for it, the page is reloaded: nothing is lost. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  addressOfServer,
  chooseFrom,
  exportedEvents,
  openExample,
  openWindow,
  runToVerdict,
  useWindow,
} from './support/window.ts';

useWindow();

/** Lets a test cut the page's line as a network would. */
async function withCuttableLine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    const open: WebSocket[] = [];
    Object.assign(window, { cutLine: () => open.splice(0).forEach((socket) => socket.close()) });
    window.WebSocket = class extends Real {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        open.push(this);
      }
    };
  });
  await page.reload();
  await page.getByText('Engine: ready').waitFor();
}

const cutLine = (page: Page): Promise<void> => page.evaluate(() => Object(window).cutLine());

test('a run whose line breaks again and again shows the same log as one that was never disturbed', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await runToVerdict(page);
  const undisturbed = await exportedEvents(page);
  await withCuttableLine(page);
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Speed', '10×');
  await page.keyboard.press('F5');
  for (let turn = 0; turn < 4; turn++) {
    await page.waitForTimeout(350);
    await cutLine(page);
  }
  await page.getByText('Engine: ready').waitFor();
  await chooseFrom(page, 'Speed', 'max');
  await page.getByText(/Run: completed/).waitFor();
  expect(await exportedEvents(page)).toBe(undisturbed);
});

test('after a reload of the page the run is still there', async () => {
  const { page } = await openWindow();
  await openExample(page, '01-ecommerce-checkout');
  await runToVerdict(page);
  await page.reload();
  await page.getByText(/Run: completed/).waitFor();
});

test('a second tab is told that the first has the engine, and can take it over', async () => {
  const { page } = await openWindow();
  const other = await page.context().browser()?.newContext();
  const second = await other?.newPage();
  if (second === undefined) throw new Error('no second tab');
  await second.goto(addressOfServer());
  await second.getByText('open in another tab').waitFor();
  await second.getByRole('button', { name: 'Use it here' }).click();
  await second.getByText('Engine: ready').waitFor();
  await page.getByText('taken over by another tab').waitFor();
});

test('a page without its key says where to find it', async () => {
  const { page } = await openWindow();
  await page.goto('about:blank');
  await page.goto(addressOfServer().replace(/#.*/, ''));
  await page.getByText('Open the link that the terminal prints').waitFor();
});

test('a page with a wrong key is not asked to wait for ever', async () => {
  const { page } = await openWindow();
  await page.goto('about:blank');
  await page.goto(addressOfServer().replace(/token=.*/, `token=${'x'.repeat(43)}`));
  await page.getByText('this link is no longer valid').waitFor();
});
