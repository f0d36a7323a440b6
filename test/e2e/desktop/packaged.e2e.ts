/**
 * The packed program. Hardened as it is, no test can take hold of it: it is watched from outside. The same archive is also
 * run by an Electron that is not hardened, and there it is looked into.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, commandLine, endDesktops, startDesktop, temporaryFolder } from '../support/electron.ts';
import { eventually } from '../support/eventually.ts';

const FOLDER = join(ROOT, 'out', 'package', 'linux-unpacked');
const PROGRAM = join(FOLDER, 'tasker-workbench');
const ARCHIVE = join(FOLDER, 'resources', 'app.asar');

/** A fuse is a digit in the binary. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const started: ChildProcess[] = [];

beforeAll(async () => {
  const packing = spawn(process.execPath, [join(ROOT, 'scripts', 'package.mjs')], { stdio: 'inherit' });
  expect(await exitCode(packing)).toBe(0);
}, 300_000);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await endDesktops();
});

async function exitCode(child: ChildProcess): Promise<number | null> {
  return child.exitCode ?? new Promise((resolve) => child.once('exit', resolve));
}

function start(userData: string, args: readonly string[]): ChildProcess {
  const child = spawn(PROGRAM, commandLine(userData, args), { stdio: 'ignore' });
  started.push(child);
  return child;
}

test('its fuses are blown as they should be', async () => {
  const wire = await getCurrentFuseWire(PROGRAM);
  const wanted = [
    [FuseV1Options.RunAsNode, OFF],
    [FuseV1Options.EnableCookieEncryption, ON],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
    [FuseV1Options.EnableNodeCliInspectArguments, OFF],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
    [FuseV1Options.OnlyLoadAppFromAsar, ON],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
  ] as const;
  for (const [fuse, state] of wanted) expect(wire[fuse], FuseV1Options[fuse]).toBe(state);
});

test.each(['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect', '--inspect-brk=0'])(
  '%s is refused',
  async (argument) => {
    const child = start(await temporaryFolder(), [argument]);
    expect(await exitCode(child)).toBe(64);
  },
);

test('it starts, and opens the file it was given', async () => {
  const userData = await temporaryFolder();
  const path = join(await temporaryFolder(), 'order.yaml');
  await writeFile(path, 'name: order\n');
  const child = start(userData, [path]);
  // Known to it once the page has said that it listens, and main has read the file.
  const known = (): Promise<string> => readFile(join(userData, 'known-files.json'), 'utf8').catch(() => '');
  await eventually(known).toContain(JSON.stringify(path));
  expect(child.exitCode).toBeNull();
});

test('its archive holds the program, and no sources', async () => {
  const header = await archiveHeader();
  expect(Object.keys(header.files).toSorted()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
  expect(Object.keys(header.files['out']?.files ?? {}).toSorted()).toEqual([
    'main',
    'preload',
    'renderer',
    'seed',
  ]);
  expect(JSON.stringify(header)).not.toMatch(/"[^"]+\.(?:map|tsx)"/);
});

test('the same archive runs where it can be looked into', async () => {
  const { page } = await startDesktop({ program: ARCHIVE });
  expect(page.url()).toBe('app://bundle/index.html');
  expect(await page.evaluate(() => window.desktop?.platform)).toBe('linux');
  // PGlite and the seed are read from inside the archive.
  await page.getByText('PostgreSQL').first().waitFor({ timeout: 60_000 });
  await page.getByText('process_order').first().waitFor({ timeout: 60_000 });
});

interface ArchiveFolder {
  readonly files: Readonly<Record<string, { readonly files?: Readonly<Record<string, unknown>> }>>;
}

/** An archive begins with four lengths, the last of them that of the list of its files. */
async function archiveHeader(): Promise<ArchiveFolder> {
  const archive = await readFile(ARCHIVE);
  return JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8'));
}
