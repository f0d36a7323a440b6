/** Listens to everything the bridge tells, from inside the page, so that a test can wait for it. */
import type { Page } from 'playwright-core';

export interface Heard {
  readonly engineStates: readonly { readonly kind: string; readonly reason?: string }[];
  readonly changes: readonly { readonly id: string; readonly version: string | null }[];
  readonly requests: readonly { readonly kind: string; readonly [key: string]: unknown }[];
  readonly commands: readonly string[];
  readonly saves: readonly true[];
  readonly ports: readonly true[];
}

/** To be called once for each load of the page. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard = { engineStates: [], changes: [], requests: [], commands: [], saves: [], ports: [] };
    const into = (list: unknown[]) => (value: unknown) => void list.push(value);
    Object.assign(window, { heard });
    window.desktop?.onEngineState(into(heard.engineStates));
    window.desktop?.onFileChanged(into(heard.changes));
    window.desktop?.onFileRequested(into(heard.requests));
    window.desktop?.onCommand(into(heard.commands));
    window.desktop?.onSaveBeforeClose(() => into(heard.saves)(true));
    window.addEventListener('message', ({ data, ports }) => {
      if (data?.type === 'tasker-workbench:engine-port' && ports.length === 1) into(heard.ports)(true);
    });
  });
}

export async function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => Object(window).heard);
}

/** Waits until at least `count` of one kind were heard, and answers them. */
export async function waitFor<K extends keyof Heard>(page: Page, kind: K, count = 1): Promise<Heard[K]> {
  await page.waitForFunction(
    ({ kind, count }) => Object(window).heard[kind].length >= count,
    { kind, count },
    { timeout: 30_000 },
  );
  return (await heard(page))[kind];
}
