#!/usr/bin/env node
/**
 * `npm run build [part …]`: builds the command line, the server of browser mode, the page and the desktop, each only when
 * it is older than its sources. Named parts are built in any case.
 */
import { ensureInstall } from './ensure-install.mjs';
import { alone } from './build/lock.mjs';
import { isStale, stamped } from './build/stale.mjs';
import { isMain } from './support/is-main.mjs';

/** The sources are wrong: what matters is what the bundler says, not where in our scripts it was called. */
export class BuildError extends Error {
  /** @param causes By part. */
  constructor(causes) {
    const words = [...causes].map(([name, { message }]) => `${name} could not be built: ${message}`);
    super(words.join('\n\n'), { cause: [...causes.values()] });
  }
}

/** Runs a program of ours; a build that fails is told without a stack and ends it with code 1. */
export async function telling(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Builds those of the named parts that are stale, or all named with `force`. A part that cannot be built does not keep the
 * others from it; a BuildError at the end tells.
 */
export async function build(names, { force = false } = {}) {
  if (!force && (await stale(names)).length === 0) return;
  await alone(async () => {
    const { PARTS } = await import('./build/parts.mjs');
    const failed = new Map();
    // Asked again: the build that we waited for may have done it.
    for (const name of force ? names : await stale(names)) {
      const start = performance.now();
      try {
        await stamped(name, PARTS[name].build);
        console.log(`Built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      } catch (error) {
        failed.set(name, error);
      }
    }
    if (failed.size > 0) throw new BuildError(failed);
  });
}

/** Everything that is stale. */
export async function buildAll() {
  await build(await partNames());
}

async function stale(names) {
  const { PARTS } = await import('./build/parts.mjs');
  const found = [];
  for (const name of Object.keys(PARTS)) {
    if (names.includes(name) && (await isStale(name, PARTS[name]))) found.push(name);
  }
  return found;
}

async function partNames() {
  return Object.keys((await import('./build/parts.mjs')).PARTS);
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  const wanted = process.argv.slice(2);
  const known = await partNames();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exit(64);
  }
  await telling(() => (wanted.length > 0 ? build(wanted, { force: true }) : buildAll()));
}
