/**
 * Bundles TypeScript entries for Node with vite. The dependencies of the package stay outside: most of them load files of
 * their own by path.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

const OUTSIDE = ['@electric-sql/pglite', '@napi-rs/canvas', 'pg', 'pgpass', 'ini', 'ssh2'];

let made = 0;
const temporary = new Set();
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/**
 * Bundles entries to be run by this process, and returns their folder. It is our own, so that commands
 * that run at the same time do not empty each other's, and is gone when the process ends. It lies in
 * .cache because what is in it looks for .cache/seed.
 */
export async function bundleForNow(entries, options) {
  made += 1;
  const folder = join(ROOT, '.cache', `bundle-${process.pid}-${made}`);
  temporary.add(folder);
  await bundle(entries, folder, options);
  return folder;
}

/** `entries` maps output names to source paths; the results lie flat in `outDir` as `<name>.js`. */
export async function bundle(entries, outDir, { shebang = false, external = [] } = {}) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...OUTSIDE, ...external] },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      emptyOutDir: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: entries,
        // A busy machine is no reason for a warning.
        checks: { bundlerTimings: false },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Flat as well: code that looks for files beside itself must find them from every chunk.
          chunkFileNames: '[name]-[hash].js',
          ...(shebang ? { banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') } : {}),
        },
      },
    },
  });
}
