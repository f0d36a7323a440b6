/**
 * Bundles TypeScript entries for Node with vite. PGlite and pg stay outside: the first loads its own
 * files by path, and both are dependencies of the package.
 */
import { ROOT } from './process.mjs';

/** `entries` maps output names to source paths; the results lie flat in `outDir` as `<name>.js`. */
export async function bundle(entries, outDir, { shebang = false } = {}) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      emptyOutDir: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: entries,
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
