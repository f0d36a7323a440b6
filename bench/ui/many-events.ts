/** A run that emits more than 20,000 events as fast as it goes: whether the window keeps answering. */
import type { Page } from 'playwright-core';
import { writeBigFiles } from './big-template.ts';
import { openServed } from './browser.ts';
import { figure } from './figure.ts';

const STEPS = 1_750;
const LEAST_EVENTS = 20_000;

export async function measureManyEvents(): Promise<void> {
  const { page, close } = await openServed([writeBigFiles(STEPS).template]);
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: 'max' }).click();
  await page.waitForTimeout(2_000);
  await watchLongTasks(page);
  const start = performance.now();
  await page.keyboard.press('F5');
  await page.waitForFunction(
    () => /Run: (?!running|paused)/.test(document.querySelector('footer')?.textContent ?? ''),
    undefined,
    { timeout: 120_000 },
  );
  const seconds = (performance.now() - start) / 1_000;
  const events = Number(
    /(\d[\d,]*) events/.exec((await page.locator('footer').innerText()) ?? '')?.[1]?.replaceAll(',', ''),
  );
  if (!(events >= LEAST_EVENTS)) throw new Error(`only ${events} events: the scenario is too small`);
  const tasks: number[] = await page.evaluate(() => Object(window).longTasks);
  figure(`${events.toLocaleString('en')} events at max speed`, `${seconds.toFixed(1)} s`, '');
  figure(
    'longest task of the page meanwhile',
    `${Math.round(Math.max(0, ...tasks))} ms (${tasks.length} above 50 ms)`,
    '≤ 100 ms',
  );
  await close();
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      entryTypes: ['longtask'],
    });
  });
}
