import type { Json, JsonObject } from '../template.ts';
import type { MapNode, YamlNode } from './node.ts';

/** The plain value of a tree. `Object.fromEntries` keeps even a key named `__proto__` an ordinary key. */
export function toJson(node: YamlNode): Json {
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'list' ? node.items.map(toJson) : toJsonObject(node);
}

export function toJsonObject(node: MapNode): JsonObject {
  return Object.fromEntries([...node.entries.values()].map((entry) => [entry.key, toJson(entry.value)]));
}
