/**
 * How the page is built, wherever it is built: for the desktop (electron.vite.config.ts) and for a browser. The two
 * differ in where the result goes, and in nothing else.
 */
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** Entries that the development server would otherwise find late, and reload the page for. */
const FOUND_LATE = [
  '@dagrejs/dagre',
  'fflate',
  'yaml',
  'monaco-yaml',
  'monaco-yaml/yaml.worker.js',
  'monaco-editor/editor',
  'monaco-editor/editor/editor.worker',
  'monaco-editor/features/register.all',
  'monaco-editor/languages/definitions/yaml/register',
];

/** @param folder Absolute path of src-renderer, which is also the root of the page. */
export function rendererSettings(folder: string): UserConfig {
  return {
    root: folder,
    base: './',
    plugins: [react()],
    resolve: { alias: monacoAliases(folder) },
    optimizeDeps: { include: FOUND_LATE },
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: 'oxc',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Monaco alone is above the limit from which a warning is printed; it is loaded after the first paint.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: `${folder}/index.html` },
    },
  };
}

/** monaco-yaml was written for an older Monaco: its way of starting workers and one path no longer exist there. */
function monacoAliases(folder: string): { find: string | RegExp; replacement: string }[] {
  return [
    { find: /^monaco-worker-manager$/, replacement: `${folder}/editor/worker-manager.ts` },
    {
      find: 'monaco-editor/esm/vs/editor/editor.worker.js',
      replacement: 'monaco-editor/editor/editor.worker.js',
    },
  ];
}
