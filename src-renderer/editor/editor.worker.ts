/** Monaco's own helper, e.g. for what cannot be seen in a text. */
// oxlint-disable-next-line import/no-unassigned-import -- starts by being loaded
import 'monaco-editor/editor/editor.worker';
