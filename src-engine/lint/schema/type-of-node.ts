/** The JSON schema name of what a node holds, as Tasker's validator sees it: `1.0` is no integer. */
import type { YamlNode } from '../../template/yaml/node.ts';

export function typeOfNode(node: YamlNode): string {
  if (node.kind === 'map') return 'object';
  if (node.kind === 'list') return 'array';
  if (node.type === 'float') return 'number';
  return node.type === 'symbol' ? 'string' : node.type;
}
