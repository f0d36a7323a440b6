/** What the registry knows a template by, as far as its file says it. */
import type { MapNode } from '../../template/yaml/node.ts';
import { child } from '../../template/yaml/node.ts';

export interface TemplateIdentity {
  readonly namespace: string;
  /** Empty when there is none. */
  readonly name: string;
  readonly version: string;
}

export function identityOf(root: MapNode): TemplateIdentity {
  return {
    namespace: written(root, 'namespace_name', 'default'),
    name: written(root, 'name', ''),
    version: written(root, 'version', '0.1.0'),
  };
}

function written(root: MapNode, key: string, absent: string): string {
  const node = child(root, key);
  return node?.kind === 'scalar' && node.value !== null ? node.source : absent;
}
