/** Going through a run of ten thousand events and more: dragging along the log, a jump, and the timeline of as many bars. */
import type { Page } from 'playwright-core';
import { writeBigFiles } from './big-template.ts';
import { openServed } from './browser.ts';
import { figure } from './figure.ts';

const STEPS = 1_000;
const LEAST_EVENTS = 10_000;
const COUNTS = '[class*=legend]';

export async function measureScrubbing(): Promise<void> {
  const { page, close } = await openServed([writeBigFiles(STEPS).template]);
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: 'max' }).click();
  await page.keyboard.press('F5');
  await page.waitForFunction(
    () => /Run: (?!running|paused)/.test(document.querySelector('footer')?.textContent ?? ''),
    undefined,
    { timeout: 120_000 },
  );
  const slider = page.getByRole('slider', { name: 'Event that is looked at' });
  const events = Number(await slider.getAttribute('max'));
  if (!(events >= LEAST_EVENTS)) throw new Error(`only ${events} events: the scenario is too small`);
  const words = `${events.toLocaleString('en')} events, ${STEPS} steps`;
  const scrub = await framesWhile(page, () => dragAlong(page));
  figure(
    `${words}: dragging along the log`,
    `${scrub.fps.toFixed(0)} fps, p95 ${scrub.p95.toFixed(0)} ms`,
    '≥ 45 fps',
  );
  figure(
    `${words}: rewind, from the key to the rows of that moment`,
    `${Math.round(await rewind(page))} ms`,
    '≤ 500 ms',
  );
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByText(/^Critical path/).waitFor();
  const bars = page.getByRole('application', { name: /^Bars over virtual time/ });
  await bars.focus();
  const zoom = await framesWhile(page, async () => {
    for (let turn = 0; turn < 12; turn++) {
      for (const key of ['+', '+', 'ArrowRight', 'ArrowDown', '-', 'ArrowLeft', '-', 'ArrowDown'])
        await page.keyboard.press(key);
    }
  });
  figure(
    `${words}: zooming and moving the timeline`,
    `${zoom.fps.toFixed(0)} fps, p95 ${zoom.p95.toFixed(0)} ms`,
    '≥ 45 fps',
  );
  const head = await framesWhile(page, () => dragAlong(page));
  figure(
    `${words}: the playhead along the timeline`,
    `${head.fps.toFixed(0)} fps, p95 ${head.p95.toFixed(0)} ms`,
    '≥ 45 fps',
  );
  await close();
}

async function dragAlong(page: Page): Promise<void> {
  const box = await page.getByRole('slider', { name: 'Event that is looked at' }).boundingBox();
  if (box === null) throw new Error('there is no scrubber');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, y);
  await page.mouse.down();
  for (let move = 0; move <= 150; move++) {
    await page.mouse.move(box.x + 8 + (box.width - 16) * (0.5 + 0.5 * Math.cos(move / 12)), y);
  }
  await page.mouse.up();
}

const REWINDS = 7;

/** From the key to the counters of the task, which SQL counts for that moment: the median of several. */
async function rewind(page: Page): Promise<number> {
  const slider = page.getByRole('slider', { name: 'Event that is looked at' });
  const times: number[] = [];
  for (let turn = 0; turn < REWINDS; turn++) {
    await slider.focus();
    await page.keyboard.press('End');
    await page.waitForTimeout(1_500);
    const before = await page.locator(COUNTS).textContent();
    const start = performance.now();
    await page.keyboard.press('Home');
    await page.waitForFunction(
      ([counts, last]) => document.querySelector(counts)?.textContent !== last,
      [COUNTS, before ?? ''] as const,
      { polling: 'raf' },
    );
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(REWINDS / 2)] ?? 0;
}

async function framesWhile(
  page: Page,
  work: () => Promise<void>,
): Promise<{ readonly fps: number; readonly p95: number }> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const state = { frames, isOn: true };
    Object.assign(window, { measured: state });
    const tick = (at: number): void => {
      frames.push(at);
      if (state.isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const frames: number[] = await page.evaluate(() => {
    const state = Object(window).measured as { frames: number[]; isOn: boolean };
    state.isOn = false;
    return state.frames;
  });
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const sorted = gaps.toSorted((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return { fps: (gaps.length * 1_000) / total, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}
