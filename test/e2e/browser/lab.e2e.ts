/** Faults, timeline, state and tests of scenarios, as a person uses them. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { card } from './support/authoring.ts';
import { chooseFrom, goTo, openExample, openWindow, runToVerdict, useWindow } from './support/window.ts';

const FOLDER = join(tmpdir(), `workbench-lab-${process.pid}`);
const TEMPLATE = join(FOLDER, 'order.yaml');
await mkdir(FOLDER, { recursive: true });
await writeFile(
  TEMPLATE,
  `name: order
namespace_name: shop
version: 1.0.0
task_handler_class: Order
default_dependent_system: shop
step_templates:
  - { name: pay, handler_class: Pay }
  - { name: ship, handler_class: Ship, depends_on_step: pay }
`,
);
await writeFile(
  join(FOLDER, 'order.scenario.yaml'),
  'name: A quiet day\n# nothing happens\nexpect: { task: complete, never: [step.failed] }\n',
);

useWindow(TEMPLATE);

const SHOTS = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'workbench-shots');

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function openOrder(page: Page): Promise<void> {
  await page.locator('#canvas .react-flow__node').first().waitFor();
}

test('attempts are made to fail on the strip, seen in a run, saved, tested and duplicated', async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await openOrder(page);
  await goTo(page, 'canvas');
  await card(page, 'pay').click();
  await tab(page, 'Faults');
  const faults = page.getByRole('region', { name: 'Faults of pay' });

  // a retry with a wait, then a permanent error
  await faults.getByRole('button', { name: 'Add an attempt' }).click();
  await page.getByRole('menuitem', { name: /may be tried again/ }).click();
  await faults.getByLabel('Retry after').fill('soon');
  await faults.getByText('A duration is a number with a unit').waitFor();
  await faults.getByLabel('Retry after').fill('30s');
  await faults.getByLabel('Retry after').press('Enter');
  await faults
    .getByRole('button', { name: /^Attempt 1 fails, may be tried again, retry after 30s/ })
    .waitFor();
  await faults.getByRole('img', { name: /^Median/ }).waitFor();
  await shot(page, 'faults');
  expect(await runToVerdict(page)).toBe('completed');
  await faults.getByRole('button', { name: /^Attempt 1 .*made in this run/ }).waitFor();

  // it is no quiet day any more: the test says so
  await tab(page, 'Scenarios');
  const scenarios = page.getByRole('region', { name: 'Scenarios', exact: true });
  await scenarios.getByRole('button', { name: 'Run all tests' }).click();
  await scenarios.getByText('the event step.failed occurs, and was expected never to.').waitFor();
  await shot(page, 'tests');

  // undone, it is one again; done again and saved it is in the file, with its comment
  await faults.getByRole('button', { name: /^Attempt 1/ }).focus();
  await page.keyboard.press('Control+z');
  await faults
    .getByRole('button', { name: 'Attempt 1 fails, may be tried again, made in this run' })
    .waitFor();
  await page.keyboard.press('Control+z');
  await faults.getByRole('button', { name: /^Attempt 1/ }).waitFor({ state: 'detached' });
  await scenarios.getByRole('button', { name: 'Run all tests' }).click();
  await scenarios.getByText(/2 of 2 met/).waitFor();
  await faults.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: /^Rate limited API/ }).click();
  await faults.getByRole('button', { name: /^Attempt 2 HTTP answer 429, retry after 30s/ }).waitFor();
  await faults.getByRole('button', { name: 'Save the scenario' }).click();
  await expect
    .poll(() => readFile(join(FOLDER, 'order.scenario.yaml'), 'utf8'))
    .toMatch(/# nothing happens[^]*status: 429/);

  await scenarios.getByRole('button', { name: 'More for A quiet day' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await scenarios.getByText('A quiet day (copy)').waitFor();
  await page.keyboard.press('Control+s');
  await expect.poll(() => readdir(FOLDER)).toContain('order.a-quiet-day-copy.scenario.yaml');
  await scenarios.getByRole('button', { name: 'More for A quiet day (copy)' }).click();
  await page.getByRole('menuitem', { name: 'Compare with' }).hover();
  await page.getByRole('menuitem', { name: 'A quiet day', exact: true }).click();
  await page.getByRole('dialog').getByRole('cell', { name: 'name', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('the timeline shows attempts and waits, cuts idle time, zooms, and leads to the moment of a bar', async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /^The payment gateway recovers/);
  expect(await runToVerdict(page)).toBe('completed');
  await tab(page, 'Timeline');
  await page.getByText(/Critical path: \d+ % backoff/).waitFor();
  const bars = page.getByRole('application', { name: /^Bars over virtual time/ });
  const box = await bars.boundingBox();
  if (box === null) throw new Error('no timeline');
  // over the first attempts of the payment, in the second row
  const found = await hoverUntil(page, box, 1, /process_payment, attempt 2: failed/);
  await shot(page, 'timeline');
  await page.mouse.click(found.x, found.y);
  await page.getByRole('button', { name: 'Back to the end' }).waitFor();
  await page
    .locator('#canvas')
    .getByRole('img', { name: /process_payment, waits to retry/ })
    .first()
    .waitFor();
  // a brush shows a part of it, Escape the whole again
  const whole = page.getByRole('button', { name: 'Whole run' });
  await page.mouse.move(box.x + 100, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await whole.and(page.locator(':enabled')).waitFor();
  await bars.press('Escape');
  await whole.and(page.locator(':disabled')).waitFor();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the timeline' }).click();
  await page.getByRole('menuitem', { name: 'As SVG' }).click();
  expect((await waiting).suggestedFilename()).toBe('process_order.timeline.svg');
  expect(complaints).toEqual([]);
});

async function hoverUntil(
  page: Page,
  box: { readonly x: number; readonly y: number; readonly width: number },
  row: number,
  words: RegExp,
): Promise<{ readonly x: number; readonly y: number }> {
  const y = box.y + 22 + row * 22 + 11;
  for (let x = box.x + 4; x < box.x + box.width; x += 4) {
    await page.mouse.move(x, y);
    const tip = page.getByRole('tooltip').filter({ hasText: words });
    if ((await tip.count()) > 0) return { x, y };
  }
  throw new Error(`no bar says ${words.source}`);
}

test('the rows of a moment show what changed, and a query sees them', async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await openExample(page, '01-ecommerce-checkout');
  await chooseFrom(page, 'Scenario', /^The payment gateway recovers/);
  expect(await runToVerdict(page)).toBe('completed');
  await page.getByRole('textbox', { name: 'Filter events' }).fill('step.failed');
  await page.getByRole('row').filter({ hasText: 'temporarily unavailable' }).first().click();
  await tab(page, 'State');
  const rows = page.getByRole('region', { name: 'Rows of tasker_workflow_steps' });
  await rows.locator('tr[data-kind="changed"] td[data-changed="true"]').first().waitFor();
  expect(await rows.locator('tr[data-kind="changed"]').count()).toBe(1);
  await shot(page, 'state');
  await chooseFrom(page, 'Table', /SQL console/);
  const sql = page.getByRole('combobox', { name: 'SQL' });
  await sql.pressSequentially('select name, current_state from get_step_rea');
  await page
    .getByRole('option', { name: /get_step_readiness_status/ })
    .first()
    .waitFor();
  await page.keyboard.press('Tab');
  await sql.pressSequentially('(1)');
  await page.keyboard.press('Control+Enter');
  const answer = page.getByRole('region', { name: 'Rows of the query' });
  await answer.getByRole('row').filter({ hasText: 'process_payment' }).filter({ hasText: 'error' }).waitFor();
  await sql.fill('delete from tasker_tasks');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: 'Syntax error' }).waitFor();
  expect(complaints.filter((text) => !text.includes('QUERY_FAILED'))).toEqual([]);
});
