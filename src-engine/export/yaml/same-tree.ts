/** Whether two trees hold the same values, written alike where that makes a difference; places do not matter. */
import type { YamlNode } from '../../template/yaml/node.ts';

export function sameTree(one: YamlNode, other: YamlNode): boolean {
  if (one.kind === 'map' && other.kind === 'map') {
    const keys = [...one.entries.keys()];
    if (keys.length !== other.entries.size) return false;
    return keys.every((key) => {
      const [left, right] = [one.entries.get(key), other.entries.get(key)];
      return left !== undefined && right !== undefined && sameTree(left.value, right.value);
    });
  }
  if (one.kind === 'list' && other.kind === 'list') {
    if (one.items.length !== other.items.length) return false;
    return one.items.every((item, index) => {
      const right = other.items[index];
      return right !== undefined && sameTree(item, right);
    });
  }
  if (one.kind !== 'scalar' || other.kind !== 'scalar' || one.type !== other.type) return false;
  // A version `1.0` is a number to YAML, and its text to Tasker.
  return Object.is(one.value, other.value) && (typeof one.value !== 'number' || one.source === other.source);
}
