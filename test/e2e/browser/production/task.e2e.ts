/** What is stuck in production is understood, compared with its template, and brought home, where another way is tried. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { PASSWORDS } from '../../../production/support/roles.ts';
import { describeWithServer } from '../../../production/support/server.ts';
import { card } from '../support/authoring.ts';
import {
  connectionDialog,
  connectTo,
  openTask,
  pasteUrl,
  readableIn,
  strip,
  useProductionServer,
  view,
} from '../../support/production.ts';
import type { OpenWindow } from '../support/window.ts';
import { chooseFrom, goTo, openWindow, outputOfServer, useWindow } from '../support/window.ts';

const FOLDER = join(tmpdir(), `workbench-production-${process.pid}`);
const TEMPLATE = join(FOLDER, 'charge.yaml');
await mkdir(FOLDER, { recursive: true });
// As production has it, but for a step that is new, one that is gone, and an edge.
await writeFile(
  TEMPLATE,
  `name: charge_order
namespace_name: payments
version: 1.1.0
task_handler_class: ChargeOrder
default_dependent_system: payment_gateway
step_templates:
  - { name: validate_order, handler_class: A }
  - { name: authorize_card, handler_class: B, depends_on_step: validate_order }
  - { name: check_fraud, handler_class: C, depends_on_step: authorize_card }
  - { name: capture_payment, handler_class: D, depends_on_steps: [authorize_card, check_fraud] }
  - { name: print_receipt, handler_class: E, depends_on_step: capture_payment }
`,
);

const SHOTS = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'workbench-shots');

async function shot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `production-${name}.png`) });
}

const detail = (page: Page) => page.getByRole('region', { name: 'Task in production' });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const shows = (page: Page, words: string): Promise<void> =>
  page.locator('#canvas').getByRole('img', { name: words }).first().waitFor();

/** The template comes to the front when it is there: before that, nothing else may be opened. */
async function openWithTemplate(): Promise<OpenWindow> {
  const opened = await openWindow({ width: 1400, height: 900 });
  await opened.page.locator('#canvas .react-flow__node').first().waitFor();
  return opened;
}

describeWithServer('a task of production in the window', () => {
  useWindow(TEMPLATE);
  const production = useProductionServer();

  test('a task tells what happened, why it does not go on, and what an operator can do', async () => {
    const { page, complaints } = await openWithTemplate();
    await connectTo(page, production.database().url('viewer'));
    const task = production.task('failedForGood');
    await openTask(page, 'A-1001', 'checkout');
    const steps = detail(page).getByRole('list', { name: 'Steps of the task' }).getByRole('listitem');
    await steps.filter({ hasText: 'charge' }).first().waitFor();
    expect(await steps.filter({ hasText: /^reserve/ }).innerText()).toMatch(/complete[^]*1 of 3 attempts/);
    expect(await steps.filter({ hasText: /^charge/ }).innerText()).toMatch(
      /not retryable[^]*Failed for good after one attempt: it is not retryable\./,
    );
    expect(await steps.filter({ hasText: /^ship/ }).innerText()).toContain('Waits for charge');
    const events = detail(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('time') });
    expect((await events.allInnerTexts()).map((text) => text.replace(/^[\d\s:.-]+/, ''))).toEqual([
      'task.initialize_requested',
      'task.start_requested',
      'step.execution_requested reserve',
      'step.completed reserve',
      'step.execution_requested charge',
      'step.failed charge',
    ]);

    const why = detail(page).locator('section').filter({ hasText: 'Why it does not go on' });
    await why.getByText(/waits for ever and looks healthy/).waitFor();
    await why.getByText('What can be done: 3 ways').click();
    await shot(page, 'task');
    await why.getByRole('button', { name: 'Copy: Resolve the step by hand' }).click();
    await expect.poll(() => clipboard(page)).toContain("transition_to!('resolved_manually')");
    expect(await clipboard(page)).toContain(`perform_later(${task})`);

    await view(page, 'Stuck');
    const { stuck } = production.filled();
    const group = page.getByRole('region', { name: 'Failed for good' });
    await group.getByRole('button', { name: new RegExp(`^checkout.* ${task}$`) }).waitFor();
    expect(await group.getByRole('heading').innerText()).toBe(
      `Failed for good ${stuck.notRetryable.length + 1}`,
    );
    await page.getByRole('region', { name: 'Its worker is gone' }).waitFor();
    await shot(page, 'stuck');
    const [orphan] = stuck.orphaned;
    await page.getByRole('button', { name: new RegExp(` ${orphan?.taskId}$`) }).click();
    await detail(page).getByText('What can be done: 3 ways').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the open template and the database part where they part', async () => {
    const { page, complaints } = await openWithTemplate();
    await connectTo(page, production.database().url('viewer'));
    await view(page, 'Drift');
    await page.getByText('The database knows this task in this version.').waitFor();
    const rows = page.getByRole('main', { name: 'Production' }).getByRole('row');
    await rows.filter({ hasText: 'print_receipt' }).first().waitFor();
    await rows.filter({ hasText: 'notify_customer' }).first().waitFor();
    expect(await rows.filter({ hasText: 'check_fraud' }).count()).toBeGreaterThan(0);
    expect(await rows.filter({ hasText: /^step validate_order/ }).count()).toBe(0);
    await shot(page, 'drift');
    expect(complaints).toEqual([]);
  });

  test('a task is seen on the canvas as it stands, and by the functions of its database', async () => {
    const { page, complaints } = await openWithTemplate();
    await connectTo(page, production.database().url('viewer'));
    await openTask(page, 'A-1001', 'checkout');
    await page.getByRole('button', { name: 'On the canvas' }).click();
    await shows(page, 'charge, error');
    await shows(page, 'ship, pending');
    await page.getByText(/^Critical path/).waitFor();
    await page.getByText(/Profile: rails-1\.0/).waitFor();

    await page.getByRole('button', { name: 'Show production' }).click();
    await openTask(page, 'A-1001', 'checkout');
    await page.getByRole('button', { name: 'Bring it home…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Bring checkout/ });
    await dialog.getByRole('radio', { name: /^its own functions/ }).check();
    await dialog.getByText('get_step_readiness_status', { exact: true }).click();
    await dialog.getByRole('region', { name: 'Body of get_step_readiness_status', exact: true }).waitFor();
    await shot(page, 'own-functions');
    await dialog.getByRole('button', { name: 'Bring it home', exact: true }).click();
    // What was brought home before is in no file.
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await shows(page, 'charge, error');
    expect(complaints).toEqual([]);
  });

  test('a stuck task is brought home with its secrets masked, and resolved there', async () => {
    const { page, complaints } = await openWithTemplate();
    await connectTo(page, production.database().url('viewer'));
    const task = production.task('failedForGood');
    await openTask(page, 'A-1001', 'checkout');
    await page.getByRole('button', { name: 'Bring it home…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Bring checkout/ });
    await dialog.getByRole('checkbox', { name: /^card_number/, checked: true }).waitFor();
    expect(await dialog.getByRole('checkbox', { name: /^order_id/ }).isChecked()).toBe(false);
    await shot(page, 'bring-home');
    await dialog.getByRole('button', { name: 'Bring it home', exact: true }).click();

    // It stands as it stood, and says what it is.
    await shows(page, 'reserve, complete');
    await shows(page, 'charge, error');
    await shows(page, 'ship, pending');
    await page.getByRole('heading', { level: 1 }).getByText(`copy of task ${task}`).waitFor();
    await page.getByText(new RegExp(`^Copy of task ${task} as it was in production at .+ UTC$`)).waitFor();
    await strip(page).getByText('Sandbox below').waitFor();
    await page.getByText(/Run: paused · 6 events/).waitFor();
    await page.getByText(/The task cannot go on: charge failed for good/).waitFor();
    await page.getByText(/^Critical path/).waitFor();
    await goTo(page, 'canvas');
    await card(page, 'charge').click();
    await page.getByRole('tab', { name: 'Readiness' }).click();
    await page
      .getByText(/failed for good after one attempt: it is not retryable/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: /^Events/ }).click();
    await page.getByRole('row').filter({ hasText: 'step.failed' }).waitFor();
    await shot(page, 'brought-home');
    // Its context came along, without what was masked.
    await page.getByRole('tab', { name: 'State' }).click();
    await chooseFrom(page, 'Table', /tasker_tasks/);
    await page.getByRole('region', { name: 'Rows of tasker_tasks' }).getByText('A-1001').first().waitFor();
    expect(await readableIn(page, ['4242-4242', 'ada@example.com', '12 Long Lane', '***'])).toEqual(['***']);
    await shot(page, 'masked');

    await page.locator('#canvas .react-flow__pane').click({ position: { x: 24, y: 200 } });
    await chooseFrom(page, 'Speed', 'max');
    await page.getByRole('button', { name: 'Try it: Resolve charge by hand' }).click();
    await page.getByText(/Run: completed/).waitFor();
    await shows(page, 'charge, resolved by hand');
    await shows(page, 'notify, complete');
    await page.getByRole('heading', { level: 1 }).getByText(`copy of task ${task}`).waitFor();
    await page.getByRole('tab', { name: 'Branches' }).click();
    await page.getByRole('list', { name: 'Runs' }).getByRole('button', { name: /^Copy/ }).waitFor();
    await shot(page, 'resolved-at-home');
    const states = await production
      .database()
      .db.query<{ state: string }>(
        'select to_state as state from tasker_task_transitions where task_id = $1::bigint and most_recent',
        [task],
      );
    expect(states).toEqual([{ state: 'in_progress' }]);
    expect(complaints).toEqual([]);
  });

  test('a role that may write is asked about once, and shown how to make one that may not', async () => {
    const { page, complaints } = await openWithTemplate();
    await pasteUrl(page, production.database().url('writer'));
    await connectionDialog(page).getByRole('button', { name: 'Save and connect' }).click();
    const question = page.getByRole('dialog', { name: /may write$/ });
    await question.getByText(/It may change tasker_/).waitFor();
    await question.getByRole('button', { name: 'Copy: The script' }).click();
    await expect.poll(() => clipboard(page)).toContain('create role tasker_viewer');
    await shot(page, 'may-write');
    await question.getByRole('button', { name: 'Connect anyway' }).click();
    await strip(page).getByText('the role may write').waitFor();
    await strip(page).getByText('read only').waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await strip(page).waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /on 127\.0\.0\.1/ })
      .first()
      .click();
    await strip(page).getByText('the role may write').waitFor();
    const secrets = Object.values(PASSWORDS);
    expect(await readableIn(page, secrets)).toEqual([]);
    expect(secrets.filter((secret) => outputOfServer().includes(secret))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
