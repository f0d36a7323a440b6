/** Drawing a template as a person does: what is pressed, dragged and typed, and what becomes of the text. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';

const CLI = join(import.meta.dirname, '..', '..', '..', '..', 'out', 'cli', 'tasker-workbench.js');
const run = promisify(execFile);

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function card(page: Page, name: string): Locator {
  return page.locator('#canvas .react-flow__node').filter({ hasText: name });
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, moves in a few steps as a hand does, and lets go. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The handle of a card out of which (or into which) edges are drawn; it shows under the pointer. */
export async function handleOf(page: Page, name: string, end: 'in' | 'out'): Promise<Point> {
  const { x, y } = await middleOf(card(page, name));
  await page.mouse.move(x, y);
  return middleOf(card(page, name).locator(`[data-handle="${end}"]`));
}

export function nameField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Name of the step' });
}

/** The ends of all edges on the canvas, sorted. */
export async function edgesOn(page: Page): Promise<readonly string[]> {
  const edges = page.locator('#canvas [data-edge]');
  const ends = await edges.evaluateAll((all) => all.map((edge) => edge.getAttribute('data-edge') ?? ''));
  return ends.toSorted();
}

/** The text as it would be saved. */
export async function savedText(page: Page): Promise<string> {
  // Without a picker the file is downloaded.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('Save as');
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  const stream = await (await waiting).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

/** What the command line makes of a template: its report. */
export async function simulated(
  text: string,
): Promise<{ outcome: string; steps: { name: string; dependsOn: string[] }[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-authoring-'));
  try {
    const path = join(folder, 'drawn.yaml');
    writeFileSync(path, text);
    const { stdout } = await run(process.execPath, [CLI, 'simulate', path, '--json'], {
      maxBuffer: 64_000_000,
    });
    return JSON.parse(stdout) as { outcome: string; steps: { name: string; dependsOn: string[] }[] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
