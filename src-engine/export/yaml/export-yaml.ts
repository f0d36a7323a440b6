/** The YAML with one environment merged in and `environments` gone: what Tasker would load there. */
import type { MapNode } from '../../template/yaml/node.ts';
import type { Exported, ExportNote } from '../export-types.ts';
import { safeName } from '../file-names.ts';
import type { Subject } from '../subject.ts';
import { writableOf, writeYaml } from './write-yaml.ts';

export const YAML_TYPE = 'application/yaml';

const COMMENTS_LOST: ExportNote = {
  severity: 'info',
  message: 'Comments and layout could not be kept; the values are those of the merged template.',
};

export function exportMergedYaml({ base, merged, options }: Subject): Exported {
  const name = `${base}.${safeName(options.environment ?? 'base')}.yaml`;
  const text = writeYaml(mapOf(merged));
  return { kind: 'exported', files: [{ name, mediaType: YAML_TYPE, text }], notes: [COMMENTS_LOST] };
}

function mapOf(node: MapNode): Parameters<typeof writeYaml>[0] {
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, writableOf(value)]));
}
