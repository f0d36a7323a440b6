/**
 * Starts the desktop as it is built, each time with folders of its own, and ends it whatever happened. Its page can be
 * replaced by an empty one: then only the test itself speaks through the bridge.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
export const BINARY =
  process.env['ELECTRON_EXEC_PATH'] ??
  join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(ROOT, '.cache', 'electron'), 'electron');

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** As if the power went: nothing is asked, nothing is tidied up. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Default: the page as it is built. */
  readonly page?: 'built' | 'empty';
  /** Default: a new one. */
  readonly userData?: string;
  readonly files?: readonly string[];
  /** Folder or archive of the program; default: the project. */
  readonly program?: string;
}

const running = new Set<ElectronApplication>();
const folders = new Set<string>();

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'workbench-'));
  folders.add(folder);
  return folder;
}

export async function startDesktop(options: StartOptions = {}): Promise<Desktop> {
  const userData = options.userData ?? (await temporaryFolder());
  const app = await _electron.launch({
    executablePath: BINARY,
    args: commandLine(userData, [options.program ?? program(), ...(options.files ?? [])]),
  });
  running.add(app);
  app.once('close', () => running.delete(app));
  const page = await app.firstWindow();
  if (options.page === 'empty') await emptyPage({ app, page });
  return { app, page, userData, kill: () => kill(app) };
}

/** What is under test; another build can be named for trying something out. */
function program(): string {
  return process.env['DESKTOP_PROGRAM'] ?? ROOT;
}

/** Arguments of any start in a test: without a GPU, and without the sandbox, which root cannot have. */
export function commandLine(userData: string, rest: readonly string[]): string[] {
  return ['--no-sandbox', '--disable-gpu', `--user-data-dir=${userData}`, ...rest];
}

/** To be called after all tests of a file. */
export async function endDesktops(): Promise<void> {
  await Promise.all([...running].map(kill));
  // Its children may still write for a moment.
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;
  await Promise.all([...folders].map((folder) => rm(folder, options)));
  folders.clear();
}

async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null || !child.kill('SIGKILL')) return;
  await ended;
  running.delete(app);
}

/** An empty page of the same origin, under the same policy. */
async function emptyPage({ app, page }: Pick<Desktop, 'app' | 'page'>): Promise<void> {
  await app.evaluate(({ protocol }) => {
    const policy = "default-src 'none'";
    protocol.unhandle('app');
    protocol.handle(
      'app',
      () =>
        new Response('<!doctype html><title>empty</title>', {
          headers: { 'content-type': 'text/html', 'content-security-policy': policy },
        }),
    );
  });
  await page.reload();
  await page.waitForFunction(() => document.title === 'empty');
}
