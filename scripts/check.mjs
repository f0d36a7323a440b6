#!/usr/bin/env node
/**
 * `npm run check`: format, lint, types, our own source rules, generated files. Two at a time; prints the
 * output of those that failed, and which they were.
 */
import { ensureInstall } from './ensure-install.mjs';
import { isMain } from './support/is-main.mjs';
import { capture, tool } from './support/process.mjs';

const node = (script, ...args) => [process.execPath, [script, ...args]];

const CHECKS = {
  sources: node('scripts/check-sources.mjs'),
  types: node(tool('typescript/bin/tsc'), '-p', '.'),
  'types of the screen': node(tool('typescript/bin/tsc'), '-p', 'src-renderer'),
  lint: node(tool('oxlint/bin/oxlint'), '--type-aware'),
  format: node(tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
  generated: node('scripts/generate.mjs', '--check'),
};

/** Runs every check and returns the names of those that failed. */
export async function checkAll() {
  const waiting = Object.entries(CHECKS);
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, [command, args]] = next;
      const start = performance.now();
      const { code, output } = await capture(command, args);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (code === 0) continue;
      failed.push(name);
      console.log(output.trimEnd().replace(/^/gm, '  '));
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

if (isMain(import.meta.url)) {
  await ensureInstall();
  const failed = await checkAll();
  if (failed.length > 0)
    console.error(`check failed: ${failed.join(', ')} (npm run fix repairs format and simple lint)`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
