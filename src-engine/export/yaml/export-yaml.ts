/**
 * The YAML with one environment merged in and `environments` gone: what Tasker would load there. The overrides are made as
 * edits of the text, so that its comments stay; where that does not come to the same template, it is written anew.
 */
import { editTemplate } from '../../template/edit/edit-template.ts';
import { ProblemList } from '../../template/problem-list.ts';
import { readYaml } from '../../template/yaml/read-yaml.ts';
import type { Exported, ExportNote } from '../export-types.ts';
import { safeName } from '../file-names.ts';
import type { Subject } from '../subject.ts';
import { mergeEdits } from './merge-edits.ts';
import { sameTree } from './same-tree.ts';
import { writableMap, writeYaml } from './write-yaml.ts';

export const YAML_TYPE = 'application/yaml';

const COMMENTS_LOST: ExportNote = {
  severity: 'info',
  message: 'Comments and layout could not be kept; the values are those of the merged template.',
};

export function exportMergedYaml(subject: Subject): Exported {
  const { base, merged, options } = subject;
  const edited = mergedByEdits(subject);
  const name = `${base}.${safeName(options.environment ?? 'base')}.yaml`;
  const text = edited ?? writeYaml(writableMap(merged));
  return {
    kind: 'exported',
    files: [{ name, mediaType: YAML_TYPE, text }],
    notes: edited === undefined ? [COMMENTS_LOST] : [],
  };
}

/** Undefined when the result is not, value for value, the merged tree. */
function mergedByEdits({ text, root, merged, options }: Subject): string | undefined {
  const { environment } = options;
  if (environment === undefined) return undefined;
  const edited = editTemplate(text, { kind: 'several', edits: mergeEdits(root, environment) });
  if (edited.kind === 'refused') return undefined;
  const reading = readYaml(edited.text, new ProblemList(edited.text));
  const isSame = reading.root !== undefined && !reading.isBroken && sameTree(reading.root, merged);
  return isSame ? edited.text : undefined;
}
