/** Whether two nodes hold the same value, wherever they stand. */
import type { YamlNode } from '../../template/yaml/node.ts';

export function isSame(a: YamlNode, b: YamlNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.type === b.type && a.value === b.value;
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSameAs(item, b.items[index]))
    );
  if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false;
  return [...a.entries.values()].every(({ key, value }) => isSameAs(value, b.entries.get(key)?.value));
}

function isSameAs(a: YamlNode, b: YamlNode | undefined): boolean {
  return b !== undefined && isSame(a, b);
}
