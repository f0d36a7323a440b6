/** The template as Tasker would hold it, every default filled in, and the document it was read from. */
import { toJsonObject } from '../template/yaml/to-json.ts';
import type { Exported } from './export-types.ts';
import type { Subject } from './subject.ts';

export function exportJson({ template, root, base }: Subject): Exported {
  const text = `${JSON.stringify({ template, document: toJsonObject(root) }, null, 2)}\n`;
  return {
    kind: 'exported',
    files: [{ name: `${base}.json`, mediaType: 'application/json', text }],
    notes: [],
  };
}
