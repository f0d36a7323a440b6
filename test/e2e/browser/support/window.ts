/** The workbench in Chromium as a person uses it: by names, roles and keys. One server and one browser for a file. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { launchServer } from '../../server/support/started.ts';
import type { Started } from '../../server/support/started.ts';

export interface OpenWindow {
  readonly page: Page;
  /** What the page complained of: console errors, exceptions, violations of its policy. */
  readonly complaints: readonly string[];
}

export interface WindowOptions {
  readonly theme?: 'dark' | 'light';
  readonly width?: number;
  readonly height?: number;
}

let server: Started;
let browser: Browser;

/** To be called once at the top of a test file; files are given to the server. */
export function useWindow(...files: readonly string[]): void {
  beforeAll(async () => {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    [server, browser] = await Promise.all([
      launchServer(files),
      chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGKILL');
  });
}

export function addressOfServer(): string {
  return server.address;
}

/** What the server has printed so far. */
export function outputOfServer(): string {
  return server.output();
}

/** A new window with nothing remembered, connected to the engine. */
export async function openWindow(options: WindowOptions = {}): Promise<OpenWindow> {
  const { theme = 'light', width = 1280, height = 800 } = options;
  for (const context of browser.contexts()) await context.close();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.address);
  await page.getByText('Engine: ready').waitFor();
  return { page, complaints };
}

/** Opens an example by the palette's list of them. */
export async function openExample(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+e');
  await page.getByPlaceholder('Which example?').fill(name);
  // The list comes from the engine, and the best fit is chosen a moment after the typing.
  await page.getByRole('option', { selected: true }).waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Which example?').waitFor({ state: 'detached' });
  await page.locator('#canvas .react-flow__node').first().waitFor();
}

/** Goes to a view by its shortcut, and waits until the focus is there. */
export async function goTo(page: Page, view: 'canvas' | 'text'): Promise<void> {
  if (view === 'text') await page.locator('#text .view-lines').waitFor();
  await page.keyboard.press(view === 'canvas' ? 'Alt+1' : 'Alt+2');
  await page.waitForFunction(
    (scope) => document.activeElement?.closest(`[data-scope="${scope}"]`) != null,
    view,
  );
}

export async function chooseFrom(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** The chip in the status bar that says how the run is. */
export function runStatus(page: Page): Locator {
  return page.locator('footer').getByText(/^Run: /);
}

/** Runs at once to the verdict and answers it, e.g. `completed`. */
export async function runToVerdict(page: Page): Promise<string> {
  await chooseFrom(page, 'Speed', 'max');
  await page.keyboard.press('F5');
  await page.waitForFunction(() => {
    const words = document.querySelector('footer')?.textContent ?? '';
    return /Run: (?!running|paused|run lost)/.test(words);
  });
  return (await runStatus(page).innerText()).replace(/^Run: /, '').replace(/ · .*$/, '');
}

/** The log as the window exports it: JSON lines. */
export async function exportedEvents(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('Export events');
  await page.keyboard.press('Enter');
  const stream = await (await waiting).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

/** A new template whose text is replaced by one with errors in its step `first_step`. */
export async function openBadTemplate(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.locator('#canvas').getByText('no steps yet').waitFor();
  await goTo(page, 'text');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    'name: bad\ntask_handler_class: Bad\nstep_templates: [{ name: first_step }, { name: first_step }]\n',
  );
}
