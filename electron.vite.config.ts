import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { rendererSettings } from './src-renderer/vite.shared.ts';

/** What is not taken into the bundles: the dependencies, most of which load files of their own by path; electron is there already. */
const OUTSIDE = ['electron', /^@electric-sql\/pglite/, 'pg', 'pg-native', /^pgpass(?:\/|$)/, 'ini', 'ssh2'];

/** Node of the oldest Electron that we test with, not of the newest: see docs/security.md, E16. */
const TARGET = 'node20';

/** Flat, because code that looks for files beside itself must find them from every chunk. */
const OUTPUT = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        external: OUTSIDE,
        input: { index: 'src-main/desktop/index.ts', engine: 'src-main/engine/utility.ts' },
        output: OUTPUT,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: 'src-main/desktop/preload.ts' },
        output: OUTPUT,
      },
    },
  },
  renderer: forDesktop(fileURLToPath(new URL('./src-renderer', import.meta.url))),
});

function forDesktop(folder: string): ReturnType<typeof rendererSettings> {
  const settings = rendererSettings(folder);
  return { ...settings, build: { ...settings.build, outDir: 'out/renderer' } };
}
