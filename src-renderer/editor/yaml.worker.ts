/** Completion and descriptions of keys. An entry of our own, because the package's file only starts when it is built. */
// oxlint-disable-next-line import/no-unassigned-import -- starts by being loaded
import 'monaco-yaml/yaml.worker.js';
