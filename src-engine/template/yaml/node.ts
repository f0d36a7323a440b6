/**
 * The tree a template text is turned into: plain values as Ruby would hold them, each with its place in the text.
 * Every later stage works on this tree, so that a problem found late still points at the right characters.
 */
export interface Place {
  /** Absent for the document itself. */
  readonly parent?: Place;
  /** Key or index inside the parent. */
  readonly segment: string | number;
  readonly offset: number;
  /** What is marked: of a collection its first line only. */
  readonly length: number;
  /** Where a collection really ends; absent for what is marked as a whole. */
  readonly end?: number;
}

/** `symbol` is Ruby's `:name`; its value is kept as text with the colon. */
export type ScalarType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'symbol';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly value: string | number | boolean | null;
  /** The characters as written, before they were read as a number, a boolean or null. */
  readonly source: string;
  readonly place: Place;
}

export interface MapEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly place: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly place: Place;
}

export type YamlNode = ScalarNode | MapNode | ListNode;

/** JSON pointer of a place, e.g. `/step_templates/0/name`; empty for the document itself. */
export function pathOf(place: Place): string {
  const segments: string[] = [];
  for (let at: Place | undefined = place; at?.parent !== undefined; at = at.parent) {
    segments.push(String(at.segment).replaceAll('~', '~0').replaceAll('/', '~1'));
  }
  return segments.length === 0 ? '' : `/${segments.reverse().join('/')}`;
}

/** The value under a key, if the node is a map that has it. */
export function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The text of a node that holds one, if it is not empty. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return undefined;
  return node.value;
}

/** The items of a list; nothing for any other node. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}
