/** Walks the context schema of a template: the schema itself and every schema within it. */
import type { MapNode, Place, YamlNode } from '../../template/yaml/node.ts';
import { child, itemsOf } from '../../template/yaml/node.ts';

export interface SchemaLevel {
  readonly node: MapNode;
  /** Of the property it is about, e.g. `customer.email` or `lines[]`; empty for the context as a whole. */
  readonly name: string;
  /** It stands under `properties`. */
  readonly isProperty: boolean;
  /** What to mark when the schema as a whole is meant. */
  readonly keyPlace: Place;
}

/** Above what anybody writes; what lies beyond is not looked at. */
const MOST_LEVELS = 10_000;
const WITH_SCHEMA = ['additionalProperties', 'additionalItems', 'not', 'contains'];
const WITH_SCHEMAS = ['allOf', 'anyOf', 'oneOf'];

export function schemaLevels(template: MapNode): readonly SchemaLevel[] {
  const levels: SchemaLevel[] = [];
  const add = (node: YamlNode | undefined, name: string, isProperty: boolean, keyPlace?: Place): void => {
    if (node?.kind === 'map' && levels.length < MOST_LEVELS)
      levels.push({ node, name, isProperty, keyPlace: keyPlace ?? node.place });
  };
  add(child(template, 'schema'), '', false);
  // A list being walked also gives what is added on the way.
  for (const { node, name } of levels) {
    for (const { key, keyPlace, value } of entriesOf(child(node, 'properties')))
      add(value, name === '' ? key : `${name}.${key}`, true, keyPlace);
    for (const { keyPlace, value } of entriesOf(child(node, 'definitions')))
      add(value, name, false, keyPlace);
    const items = child(node, 'items');
    add(items, `${name}[]`, false);
    for (const item of itemsOf(items)) add(item, `${name}[]`, false);
    for (const key of WITH_SCHEMA) add(child(node, key), name, false);
    for (const key of WITH_SCHEMAS) for (const each of itemsOf(child(node, key))) add(each, name, false);
  }
  return levels;
}

function entriesOf(node: YamlNode | undefined) {
  return node?.kind === 'map' ? node.entries.values() : [];
}
