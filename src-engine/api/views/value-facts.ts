/** Where values stand in a text, and how they were written. Pure. */
import type { TextRange } from '../../template/outline.ts';
import type { MapEntry, Place, YamlNode } from '../../template/yaml/node.ts';
import { pathOf } from '../../template/yaml/node.ts';

export interface ValueFacts {
  /** From the key, where there is one, to the end of the value's first line. */
  readonly range: TextRange;
  /** Of a scalar that is no text: the characters it was read from, e.g. `1.0` or `yes`. */
  readonly source?: string;
}

/** Facts by JSON pointer of everything below a node. `depth`: levels below it that count; default all. */
export function factsBelow(
  node: YamlNode | undefined,
  depth = Infinity,
): Readonly<Record<string, ValueFacts>> {
  const facts: [string, ValueFacts][] = [];
  if (node !== undefined) collect(node, depth, facts);
  return Object.fromEntries(facts);
}

function collect(node: YamlNode, depth: number, facts: [string, ValueFacts][]): void {
  if (node.kind === 'scalar' || depth <= 0) return;
  const below = node.kind === 'map' ? [...node.entries.values()] : node.items.map((value) => ({ value }));
  for (const entry of below) {
    // The path of a key without a value is that of the key: its value stands nowhere.
    const place = 'keyPlace' in entry ? entry.keyPlace : entry.value.place;
    facts.push([pathOf(place), factsOf(entry)]);
    collect(entry.value, depth - 1, facts);
  }
}

function factsOf(entry: MapEntry | { readonly value: YamlNode }): ValueFacts {
  const { value } = entry;
  const first = 'keyPlace' in entry ? entry.keyPlace : value.place;
  const length = Math.max(endOf(first), endOf(value.place)) - first.offset;
  const range = { offset: first.offset, length };
  return value.kind === 'scalar' && value.type !== 'string' ? { range, source: value.source } : { range };
}

function endOf({ offset, length }: Place): number {
  return offset + length;
}
