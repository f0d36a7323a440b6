/** Unsaved changes hold the window, and each answer does what it says. */
import { afterEach, expect, test } from 'vitest';
import { answerQuestion, askedQuestions } from '../support/dialogs.ts';
import { endDesktops, startDesktop } from '../support/electron.ts';
import type { Desktop } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';
import { listen, waitFor } from '../support/heard.ts';

afterEach(endDesktops);

async function withChanges(answer: string): Promise<Desktop> {
  const desktop = await startDesktop({ page: 'empty' });
  await listen(desktop.page);
  await answerQuestion(desktop.app, answer);
  await desktop.page.evaluate(() => window.desktop?.setDocument({ name: 'order.yaml', isDirty: true }));
  await eventually(() => title(desktop)).toContain('● order.yaml');
  return desktop;
}

async function title({ app }: Desktop): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
}

async function closeWindow({ app }: Desktop): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    // Later, so that the answer to this evaluation is not cut off.
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
  });
}

/** Later, for the same reason. */
async function pageSaved({ page }: Desktop, isSaved: boolean): Promise<void> {
  await page.evaluate((isSaved) => void setTimeout(() => window.desktop?.closed(isSaved), 50), isSaved);
}

async function ended({ app }: Desktop): Promise<void> {
  const child = app.process();
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
}

test('without changes it closes, unasked', async () => {
  const desktop = await startDesktop({ page: 'empty' });
  await closeWindow(desktop);
  await ended(desktop);
});

test('Cancel keeps everything as it is', async () => {
  const desktop = await withChanges('Cancel');
  await closeWindow(desktop);
  await eventually(() => askedQuestions(desktop.app)).toEqual(['Save the changes to “order.yaml”?']);
  expect(await title(desktop)).toContain('order.yaml');
});

test("Don't save closes, and drops the draft of what was not wanted", async () => {
  const desktop = await withChanges("Don't save");
  await desktop.page.evaluate(() =>
    window.desktop?.keepDraft({ key: 'k', name: 'order.yaml', text: 'x', fileId: null, version: null }),
  );
  await closeWindow(desktop);
  await ended(desktop);
  const next = await startDesktop({ page: 'empty', userData: desktop.userData });
  expect(await next.page.evaluate(() => window.desktop?.drafts())).toEqual([]);
});

test('Save asks the page, and closes when it has saved', async () => {
  const desktop = await withChanges('Save');
  await closeWindow(desktop);
  await waitFor(desktop.page, 'saves');
  await pageSaved(desktop, true);
  await ended(desktop);
});

test('a save that failed keeps the window, and the question comes again', async () => {
  const desktop = await withChanges('Save');
  await closeWindow(desktop);
  await waitFor(desktop.page, 'saves');
  await pageSaved(desktop, false);
  await desktop.page.waitForTimeout(200);
  await closeWindow(desktop);
  await waitFor(desktop.page, 'saves', 2);
  expect(await askedQuestions(desktop.app)).toHaveLength(2);
});

test('quitting asks as well, and ends the program after the answer', async () => {
  const desktop = await withChanges('Save');
  await desktop.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 50));
  await waitFor(desktop.page, 'saves');
  await pageSaved(desktop, true);
  await ended(desktop);
});
