/** The parts of Monaco the workbench uses, and where its workers come from. Loaded after the first paint. */
/* oxlint-disable import/no-unassigned-import -- these register themselves */
import * as monaco from 'monaco-editor/editor';
import './features.ts';
import 'monaco-editor/languages/definitions/yaml/register';

globalThis.MonacoEnvironment = {
  getWorker: (_module, label) => (label === 'yaml' ? yamlWorker() : editorWorker()),
};

// The bundler finds workers by this very form.
function yamlWorker(): Worker {
  return new Worker(new URL('../yaml.worker.ts', import.meta.url), { type: 'module', name: 'yaml' });
}

function editorWorker(): Worker {
  return new Worker(new URL('../editor.worker.ts', import.meta.url), { type: 'module', name: 'editor' });
}

export { monaco };
