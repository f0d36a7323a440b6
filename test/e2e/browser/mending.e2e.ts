/** Problems are explained and mended where they are seen; cards stay where they were put. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { card, drag, middleOf } from './support/authoring.ts';
import { goTo, openWindow, useWindow } from './support/window.ts';

const TEXT = `name: order # stays
version: 1.0
task_handler_class: OrderHandler
default_dependent_system: shop

step_templates:
  - name: validate
    handler_class: ValidateHandler
  - name: pay
    handler_class: PayHandler
    depends_on_step: validat
`;

const folder = mkdtempSync(join(tmpdir(), 'workbench-mending-'));
const path = join(folder, 'order.yaml');
const layout = join(folder, 'order.layout.json');
writeFileSync(path, TEXT);

useWindow(path);

beforeEach(() => {
  writeFileSync(path, TEXT);
  rmSync(layout, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the button of a problem mends it in the text; one undo takes it back', async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await card(page, 'pay').waitFor();
  await page.keyboard.press('Alt+5');
  const row = page.locator('#problems li').filter({ hasText: 'unknown-dependency' });
  await row.hover();
  await row.getByRole('button', { name: 'Mend it…' }).click();
  await page
    .getByRole('menuitem', { name: /validate/ })
    .first()
    .click();
  await page.locator('#canvas [data-edge="validate > pay"]').waitFor({ state: 'attached' });
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+z');
  await page.locator('#canvas [data-edge="validate > pay"]').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('in the text the same fix is offered by Ctrl+.', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await card(page, 'pay').waitFor();
  await goTo(page, 'text');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  // The squiggle is the sign that fixes can be asked for.
  await page.locator('#text .squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+.');
  await page.getByText(/quote/i).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('version: "1.0"');
  expect(readFileSync(path, 'utf8')).toContain('name: order # stays\n');
});

test('why a problem is one is explained', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await card(page, 'pay').waitFor();
  await page.keyboard.press('Alt+5');
  const row = page.locator('#problems li').filter({ hasText: 'unquoted-version' });
  await row.hover();
  await row.getByRole('button', { name: 'Why is this a problem?' }).click();
  await page.getByRole('dialog').getByText('tasker-lint-disable-line unquoted-version').waitFor();
});

test('a card that was moved stays there: in a file beside the template, never in it', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  const before = await middleOf(card(page, 'pay'));
  await drag(page, before, { x: before.x + 90, y: before.y + 160 });
  await expect.poll(() => existsSync(layout), { timeout: 10_000 }).toBe(true);
  expect(JSON.parse(readFileSync(layout, 'utf8'))).toMatchObject({
    format: 1,
    down: { pay: expect.any(Array) },
  });
  expect(readFileSync(path, 'utf8')).toBe(TEXT);

  const aside = async (of: typeof page): Promise<number> =>
    (await middleOf(card(of, 'pay'))).y - (await middleOf(card(of, 'validate'))).y;
  const moved = await aside(page);
  const again = await openWindow({ width: 1600, height: 1000 });
  await card(again.page, 'pay').waitFor();
  await expect.poll(async () => Math.abs((await aside(again.page)) - moved)).toBeLessThan(40);
});
