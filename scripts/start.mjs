#!/usr/bin/env node
/**
 * `npm start [-- file.yaml … | folder]`: installs and builds what is missing or stale, then opens the workbench: the desktop where
 * there is a display and an Electron, the browser otherwise, or with `--browser` or `--port N`. Commands of the command line
 * (lint, simulate, test, export, examples, inspect, help) go there instead: npm start -- simulate my.yaml
 */
import { join } from 'node:path';
import { build, telling } from './build.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { hasDisplay } from './runtimes/display.mjs';
import { electronFlags, getElectron } from './runtimes/electron.mjs';
import { CLI_WORDS } from './support/cli-words.mjs';
import { ROOT, runInFront } from './support/process.mjs';

const CLI = join(ROOT, 'out', 'cli', 'tasker-workbench.js');
const SERVER = join(ROOT, 'out', 'server', 'server.js');

/** A desktop that fails within this time never came up. */
const FAILED_START_MS = 5_000;
/** In order, or by SIGHUP, SIGINT, SIGTERM. */
const ENDED_BY_USER = [0, 129, 130, 143];

/** Where the user is: npm itself goes to the root of the project before it starts us. */
const cwd = process.env.INIT_CWD ?? process.cwd();

const args = process.argv.slice(2);
await ensureInstall();
await telling(() => (CLI_WORDS.includes(args[0]) ? commandLine() : workbench()));

async function commandLine() {
  await build(['seed', 'cli']);
  return runInFront(process.execPath, [CLI, ...args], { cwd });
}

async function workbench() {
  const wishes = args.filter((arg) => arg === '--browser' || /^--port\b/.test(arg));
  if (wishes.length > 0) return browser();
  if (!hasDisplay()) return browser('No display (neither DISPLAY nor WAYLAND_DISPLAY is set)');
  const electron = await getElectron();
  if (typeof electron === 'string') return browser(`No desktop: ${electron}`);
  return desktop(electron);
}

async function desktop({ binary, version }) {
  await build(['seed', 'page', 'desktop']);
  console.log(`Opening the desktop (Electron ${version}). For the browser: npm start -- --browser`);
  const start = performance.now();
  const code = await runInFront(binary, [...electronFlags(), ROOT, ...args], { cwd });
  if (ENDED_BY_USER.includes(code) || performance.now() - start > FAILED_START_MS) return code;
  return browser(`The desktop did not start (exit code ${code})`);
}

/** @param reason Why it is not the desktop, when nobody asked for the browser. */
async function browser(reason) {
  await build(['seed', 'server', 'page']);
  if (reason !== undefined) console.log(`${reason}: serving in the browser instead.`);
  const options = args.filter((arg) => arg !== '--browser');
  // The line to us tells the server when we are gone, however we went.
  return runInFront(process.execPath, [SERVER, ...options], {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
