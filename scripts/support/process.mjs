/** Running other programs, and where things are. Plain Node: works before anything is installed. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** True where everything must run and nothing may be skipped. */
export const isCi = process.env.CI === 'true' || process.env.CI === '1';

/** Runs a program to its end with our own output, and returns its exit code. */
export function run(command, args, options = {}) {
  return start(command, args, { stdio: 'inherit', ...options }).then(({ code }) => code);
}

/**
 * Runs a program as if it had been started in our place: it gets the signals that we get, and we outlive it. A terminal
 * sends Ctrl-C to both of us; then it is not passed on a second time.
 */
export async function runInFront(command, args, options = {}) {
  let child;
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  try {
    const end = start(command, args, { stdio: 'inherit', ...options }, (started) => (child = started));
    return (await end).code;
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass);
  }
}

/** Runs a program quietly and returns its exit code and what it printed. */
export function capture(command, args, options = {}) {
  return start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** Path of the script behind a bin of an installed package, to be run with this Node. */
export function tool(path) {
  return join(ROOT, 'node_modules', path);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Children that still run; whoever ends us without ending them must not leave them behind. */
const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill()));

function start(command, args, options, onStart = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, ...options });
    onStart(child);
    children.add(child);
    child.once('close', () => children.delete(child));
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output }),
    );
  });
}
