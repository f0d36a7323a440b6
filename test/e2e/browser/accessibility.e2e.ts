/** axe-core finds nothing serious in any main view, in both themes. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seriousViolations } from './support/axe.ts';
import {
  chooseFrom,
  openBadTemplate,
  openExample,
  openWindow,
  runToVerdict,
  useWindow,
} from './support/window.ts';

useWindow();

const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  welcome: async (page) => {
    await page.getByText('process_order').first().waitFor();
  },
  'an open template': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await page.locator('#text .view-lines').waitFor();
  },
  'a finished run with a selected step and event': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await runToVerdict(page);
    await page.getByRole('textbox', { name: /filter/i }).fill('process_payment');
    await page.getByRole('row').filter({ hasText: 'step.completed' }).first().click();
    await page.getByRole('tab', { name: 'Readiness' }).click();
  },
  'a failed run, data of a step': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await chooseFrom(page, 'Scenario', /declined/i);
    await runToVerdict(page);
    await page
      .getByRole('navigation', { name: 'Explorer' })
      .getByRole('button', { name: 'process_payment' })
      .click();
    await page.getByRole('tab', { name: 'Data' }).click();
  },
  'faults of a step': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await page
      .getByRole('navigation', { name: 'Explorer' })
      .getByRole('button', { name: 'process_payment' })
      .click();
    await page.getByRole('tab', { name: 'Faults' }).click();
  },
  'the timeline of a run': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await runToVerdict(page);
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByText(/^Critical path/).waitFor();
  },
  'rows of a run': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await runToVerdict(page);
    await page.getByRole('tab', { name: 'State' }).click();
    await page.getByRole('table').last().waitFor();
  },
  'runs beside each other': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await chooseFrom(page, 'Scenario', /declined/i);
    await runToVerdict(page);
    await page.getByRole('tab', { name: 'Branches' }).click();
    await page.getByRole('button', { name: /other profile/i }).click();
    await page.getByText(/part/i).first().waitFor();
  },
  'tests of scenarios': async (page) => {
    await openExample(page, '01-ecommerce-checkout');
    await page.getByRole('tab', { name: 'Scenarios' }).click();
    await page.getByRole('button', { name: 'Run all tests' }).click();
    await page
      .getByText(/declined/i)
      .last()
      .waitFor();
  },
  problems: async (page) => {
    await openBadTemplate(page);
    await page.keyboard.press('Alt+5');
    await page.locator('#problems').getByText('first_step').first().waitFor();
  },
  'the palette': async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').waitFor();
  },
  'the shortcut sheet': async (page) => {
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
  },
};

const cases = Object.keys(VIEWS).flatMap((view) =>
  (['light', 'dark'] as const).map((theme) => ({ view, theme })),
);

test.each(cases)('$view, $theme', async ({ view, theme }) => {
  const { page } = await openWindow({ theme });
  await VIEWS[view]?.(page);
  expect(await seriousViolations(page)).toEqual([]);
});
