/** Building the e-commerce template from an empty canvas, by mouse alone and by keyboard alone. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  card,
  drag,
  edgesOn,
  handleOf,
  middleOf,
  nameField,
  savedText,
  simulated,
} from './support/authoring.ts';
import { openWindow, useWindow } from './support/window.ts';

useWindow();

const CHAIN = ['validate_cart', 'process_payment', 'update_inventory', 'create_order', 'send_confirmation'];
const EDGES = CHAIN.slice(1)
  .map((name, index) => `${CHAIN[index]} > ${name}`)
  .toSorted();

async function expectTheTemplate(page: Page): Promise<void> {
  expect(await edgesOn(page)).toEqual(EDGES);
  const { outcome, steps } = await simulated(await savedText(page));
  expect(outcome).toBe('completed');
  expect(steps.map(({ name, dependsOn }) => [name, ...dependsOn])).toEqual(
    expect.arrayContaining(CHAIN.map((name, index) => (index === 0 ? [name] : [name, CHAIN[index - 1]]))),
  );
}

test('with the mouse alone: from the palette, out of handles, onto cards, into edges', async () => {
  const { page, complaints } = await openWindow({ width: 1600, height: 1000 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'New template' }).click();
  const pane = page.locator('#canvas .react-flow__pane');
  const leave = async (): Promise<void> => {
    const box = await pane.boundingBox();
    if (box !== null) await page.mouse.click(box.x + box.width - 30, box.y + 60);
    await nameField(page).waitFor({ state: 'detached' });
  };
  const type = async (name: string): Promise<void> => {
    await nameField(page).fill(name);
    await leave();
    await card(page, name).waitFor();
    await page.getByRole('button', { name: 'Fit the graph' }).click();
    // The view moves softly.
    await page.waitForTimeout(400);
  };

  // A double click on the ground makes the first step.
  await pane.dblclick({ position: { x: 300, y: 200 } });
  await type('validate_cart');

  // An edge drawn into nothing makes the step at its end.
  const out = await handleOf(page, 'validate_cart', 'out');
  await drag(page, out, { x: out.x, y: out.y + 120 });
  await type('update_inventory');

  // One from the palette, dropped on a card, comes after it.
  const palette = page.getByRole('button', { name: 'Add a step', exact: true });
  await drag(page, await middleOf(palette), await middleOf(card(page, 'update_inventory')));
  await type('send_confirmation');

  // One dropped on an edge goes into it.
  const edge = page.locator('#canvas [data-from="validate_cart"][data-to="update_inventory"]');
  await drag(page, await middleOf(page.getByRole('button', { name: /tried once/ })), await middleOf(edge));
  await type('process_payment');

  // A double click on an edge does the same.
  const last = page.locator('#canvas [data-from="update_inventory"][data-to="send_confirmation"]');
  const place = await middleOf(last);
  await page.mouse.dblclick(place.x, place.y);
  await type('create_order');

  await expectTheTemplate(page);
  expect(complaints).toEqual([]);
});

test('with the keyboard alone', async () => {
  const { page, complaints } = await openWindow();
  await page.keyboard.press('Control+n');
  await page.locator('#canvas').getByText('no steps yet').waitFor();
  await page.keyboard.press('Alt+1');
  await page.waitForFunction(() => document.activeElement?.id === 'canvas');
  for (const name of CHAIN) {
    await page.keyboard.press('a');
    await nameField(page).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await card(page, name).waitFor();
    await page.locator('#canvas [role="img"]').filter({ hasText: name }).first().waitFor();
  }
  await expectTheTemplate(page);
  expect(complaints).toEqual([]);
});

test('a cycle cannot be drawn, and it is said why', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  const before = await edgesOn(page);
  const from = await handleOf(page, 'third', 'out');
  const to = await middleOf(card(page, 'first'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.getByText('That would be a cycle: first → second → third → first.').first().waitFor();
  await page.mouse.up();
  expect(await edgesOn(page)).toEqual(before);
});

test('one stack undoes drawing, moving and typing in the order in which they were done', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  const aside = async (): Promise<number> =>
    (await middleOf(card(page, 'second'))).x - (await middleOf(card(page, 'third'))).x;
  const before = await middleOf(card(page, 'second'));
  await drag(page, before, { x: before.x + 150, y: before.y });
  await expect.poll(aside).toBeGreaterThan(100);
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Wait for its parents instead' }).click();
  await expect.poll(() => edgesOn(page)).toEqual(['first > third']);

  await page.keyboard.press('Control+z');
  await expect.poll(() => edgesOn(page)).toEqual(['first > second', 'second > third']);
  await expect.poll(aside).toBeGreaterThan(100);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.abs(await aside())).toBeLessThan(3);
});

test('steps are copied as text, pasted with their edges, and connected by keyboard', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.getByText('3 steps copied').first().waitFor();
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await edgesOn(page)).length).toBe(4);

  await card(page, 'third').first().click();
  await page.keyboard.press('c');
  await page.getByPlaceholder('Name of a step').fill('first_2');
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await edgesOn(page)).length).toBe(5);
});

test('the end of an edge is taken to another step, and an edge is taken away by its bin', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  const edge = page.locator('#canvas [data-from="second"][data-to="third"]').first();
  const place = await middleOf(edge);
  await page.mouse.click(place.x, place.y);
  const end = page.locator('#canvas [data-handle="parent"]');
  await drag(page, await middleOf(end), await middleOf(card(page, 'first')));
  await expect.poll(() => edgesOn(page)).toEqual(['first > second', 'first > third']);
  await page.getByRole('button', { name: 'Delete the edge' }).click();
  await expect.poll(() => edgesOn(page)).toEqual(['first > second']);
});

test('several steps are selected by a box or with a key held, aligned, and left where they are by an undo', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  const [top, bottom] = [await middleOf(card(page, 'first')), await middleOf(card(page, 'third'))];
  await drag(page, await middleOf(card(page, 'second')), { x: top.x + 170, y: (top.y + bottom.y) / 2 });
  const across = async (): Promise<readonly number[]> => {
    const places = await Promise.all(['first', 'second', 'third'].map((name) => middleOf(card(page, name))));
    return places.map(({ x }) => Math.round(x - (places[0]?.x ?? 0)));
  };
  await expect.poll(async () => (await across())[1]).toBeGreaterThan(100);
  const apart = await across();

  const selected = page.locator('#canvas .react-flow__node.selected');
  await page.keyboard.down('Shift');
  await drag(page, { x: top.x - 170, y: top.y - 60 }, { x: top.x + 60, y: bottom.y });
  await page.keyboard.up('Shift');
  await expect.poll(() => selected.count()).toBe(3);
  await page.mouse.click(top.x - 170, top.y - 60);
  await expect.poll(() => selected.count()).toBe(0);
  for (const name of ['first', 'second', 'third'])
    await card(page, name).click({ modifiers: ['Control'], position: { x: 30, y: 20 } });
  await expect.poll(() => selected.count()).toBe(3);

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('Align left');
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(across).toEqual([0, 0, 0]);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+z');
  await expect.poll(across).toEqual(apart);
});

test('a text that cannot be read keeps the graph, greyed, and drawing on it is refused with the reason', async () => {
  const { page } = await openWindow({ width: 1600, height: 1000 });
  await threeSteps(page);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('broken: [');
  await page.locator('#canvas.stale').waitFor();
  expect(await edgesOn(page)).toEqual(['first > second', 'second > third']);
  await card(page, 'second').click();
  await page.keyboard.press('Control+d');
  await page
    .getByText(/syntax error/)
    .first()
    .waitFor();
  await page.getByText('mend').first().waitFor();
});

/** first → second → third, by keyboard; third is selected. */
async function threeSteps(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.locator('#canvas').getByText('no steps yet').waitFor();
  await page.keyboard.press('Alt+1');
  await page.waitForFunction(() => document.activeElement?.id === 'canvas');
  for (const name of ['first', 'second', 'third']) {
    await page.keyboard.press('a');
    await nameField(page).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await nameField(page).waitFor({ state: 'detached' });
    await page.locator('#canvas [role="img"]').filter({ hasText: name }).first().waitFor();
  }
}
