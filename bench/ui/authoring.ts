/** Writing and drawing in a template of 5,000 lines: from a key to the paint, and from a drawn change to the text. */
import type { Page } from 'playwright-core';
import { bigTemplate } from './big-template.ts';
import { openServed } from './browser.ts';
import { figure } from './figure.ts';

const LINES = 5_000;
const LINES_OF_STEP = 6;
const KEYS = 120;
const EDITS = 20;

export async function measureAuthoring(): Promise<void> {
  const { page, close } = await openServed([]);
  await page.waitForTimeout(2_500);
  await drop(page, bigTemplate(Math.ceil(LINES / LINES_OF_STEP)));
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(5_000);
  const keys = await keyToPaint(page);
  figure(`${LINES} lines, key to paint, p95`, `${quantile(keys, 0.95).toFixed(0)} ms`, '≤ 40 ms');
  const edits = await editToText(page);
  figure(
    `${LINES} lines, drawn change to text, median and p95`,
    `${quantile(edits, 0.5).toFixed(0)} and ${quantile(edits, 0.95).toFixed(0)} ms`,
    '≤ 50 ms',
  );
  await close();
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([dropped], 'long.yaml', { type: 'text/yaml' }));
    const target = document.querySelector('#root > div') ?? document.body;
    target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, text);
}

/** Types in the middle of the text as a person does, and waits for the frame after each key. */
async function keyToPaint(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const watch = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp), 0));
    };
    window.addEventListener('keydown', watch, true);
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x');
    await page.waitForTimeout(70 + (key % 5) * 30);
  }
  return page.evaluate(() => Object(window).times as number[]);
}

/** Duplicates a step over and over; each waits until the views show the one before. */
async function editToText(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Alt+1');
  await page.waitForFunction(() => document.activeElement?.id === 'canvas');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(1_000);
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.keyboard.press('Control+d');
    await page.waitForFunction((count) => performance.getEntriesByName('edit to text').length > count, edit);
    await page.waitForTimeout(1_500);
  }
  return page.evaluate(() => performance.getEntriesByName('edit to text').map(({ duration }) => duration));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
