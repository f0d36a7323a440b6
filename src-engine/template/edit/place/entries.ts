/**
 * Where the parts of a collection stand in the text, taken from the parser's own tokens: dashes, colons, commas, values
 * without what follows them. Maps and lists, block and flow, look alike from here on.
 */
import type { CST, Node } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';

export interface Key {
  /** As Ruby holds it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A pair of a map or an item of a list. */
export interface Entry {
  /** Of its dash or key; in a flow list of the value. An anchor or tag before it counts. */
  readonly start: number;
  /** Behind dash or colon; where there is none, where one would stand. */
  readonly markEnd: number;
  /** Of the value with its anchor and tag; equal to `markEnd` where there is no value. */
  readonly valueStart: number;
  /** Behind the last character of the value: no comment, no line break that means nothing. */
  readonly end: number;
  /** Pairs only. */
  readonly key?: Key;
  /** False for `{key}` and for the items of flow lists. */
  readonly hasMark: boolean;
  /** Absent: nothing is written there. */
  readonly node?: Node;
  /** `? key` or `[key: value]`: too unusual to be changed. */
  readonly isOdd: boolean;
}

export interface Collection {
  readonly kind: 'map' | 'list';
  readonly isFlow: boolean;
  readonly entries: readonly Entry[];
  /** Of the first entry or the bracket. */
  readonly start: number;
  readonly end: number;
}

type SourceToken = CST.SourceToken;

const known = new WeakMap<Node, Collection>();

/** Undefined for scalars and aliases. */
export function collectionOf(node: Node | null | undefined): Collection | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined;
  const earlier = known.get(node);
  if (earlier !== undefined) return earlier;
  const collection = read(node);
  if (collection !== undefined) known.set(node, collection);
  return collection;
}

function read(node: Node): Collection | undefined {
  const { srcToken } = node;
  if (srcToken === undefined || !('items' in srcToken)) return undefined;
  const nodes = isMap(node)
    ? node.items.map((pair) => [pair.key, pair.value])
    : isSeq(node)
      ? node.items.map((item) => [null, item])
      : [];
  const isFlow = srcToken.type === 'flow-collection';
  const items: readonly CST.CollectionItem[] = srcToken.items;
  const written = items.filter((item) => isWritten(item));
  if (written.length !== nodes.length) return undefined;
  const entries = written.map((item, index) => entryOf(item, nodes[index] ?? [], isMap(node), isFlow));
  const start = isFlow ? srcToken.offset : (entries[0]?.start ?? srcToken.offset);
  return { kind: isMap(node) ? 'map' : 'list', isFlow, entries, start, end: tokenEnd(srcToken) };
}

/** The parser keeps what follows the last entry, a comment or a comma, as one more. */
function isWritten({ start, key, sep, value }: CST.CollectionItem): boolean {
  return (
    key != null ||
    value !== undefined ||
    (sep !== undefined && sep.length > 0) ||
    start.some(({ type }) => type === 'seq-item-ind' || type === 'explicit-key-ind' || isProp(type))
  );
}

function entryOf(
  item: CST.CollectionItem,
  [key, value]: readonly unknown[],
  isPair: boolean,
  isFlow: boolean,
): Entry {
  const { start, sep = [] } = item;
  const dash = start.find(({ type }) => type === 'seq-item-ind');
  const colon = sep.find(({ type }) => type === 'map-value-ind');
  const mark = isPair ? colon : dash;
  const keyStart = item.key?.offset ?? colon?.offset ?? item.value?.offset ?? 0;
  const ownStart = isPair
    ? (firstProp(start)?.offset ?? keyStart)
    : (dash?.offset ?? valueStartOf(start, item.value) ?? 0);
  const keyEnd = item.key == null ? keyStart : tokenEnd(item.key);
  const before = isPair ? sep : dash === undefined ? start : start.slice(start.indexOf(dash));
  const valueStart = valueStartOf(before, item.value);
  const markEnd = mark === undefined ? (isPair ? keyEnd : ownStart) : endOf(mark);
  return {
    start: ownStart,
    markEnd,
    valueStart: valueStart ?? markEnd,
    end: valueEnd(before, item.value) ?? markEnd,
    ...(isPair ? { key: { text: keyText(key), start: keyStart, end: keyEnd } } : {}),
    hasMark: mark !== undefined,
    ...(isNode(value) && valueStart !== undefined ? { node: value } : {}),
    isOdd:
      start.some(({ type }) => type === 'explicit-key-ind') ||
      (!isPair && sep.length > 0) ||
      (isPair && item.key == null) ||
      (!isFlow && mark === undefined),
  };
}

function keyText(key: unknown): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : '';
}

function valueStartOf(before: readonly SourceToken[], value: CST.Token | undefined): number | undefined {
  return firstProp(before)?.offset ?? (isEmpty(value) ? undefined : value?.offset);
}

function valueEnd(before: readonly SourceToken[], value: CST.Token | undefined): number | undefined {
  if (value !== undefined && !isEmpty(value)) return tokenEnd(value);
  const last = before.findLast(({ type }) => isProp(type));
  return last === undefined ? undefined : endOf(last);
}

/** In flow collections the parser puts a scalar without text where a value is missing. */
function isEmpty(value: CST.Token | undefined): boolean {
  return value === undefined || (value.type === 'scalar' && value.source === '');
}

function firstProp(tokens: readonly SourceToken[]): SourceToken | undefined {
  return tokens.find(({ type }) => isProp(type));
}

function isProp(type: string): boolean {
  return type === 'anchor' || type === 'tag';
}

function endOf({ offset, source }: SourceToken): number {
  return offset + source.length;
}

/** Where the content of a token ends: blank lines behind a block scalar count only where they are kept. */
export function tokenEnd(token: CST.Token): number {
  if (token.type === 'block-scalar') return blockScalarEnd(token);
  if (token.type === 'flow-collection') {
    const bracket = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
    return bracket === undefined ? token.offset : endOf(bracket);
  }
  if ('items' in token) return lastItemEnd(token);
  return 'source' in token ? token.offset + token.source.length : token.offset;
}

function lastItemEnd({ items, offset }: CST.BlockMap | CST.BlockSequence): number {
  const all: readonly CST.CollectionItem[] = items;
  const last = all.findLast(isWritten);
  if (last === undefined) return offset;
  const { start, key, sep = [], value } = last;
  if (value !== undefined && !isEmpty(value)) return tokenEnd(value);
  const mark = [...start, ...sep].findLast(
    ({ type }) => type === 'seq-item-ind' || type === 'map-value-ind' || isProp(type),
  );
  return Math.max(mark === undefined ? offset : endOf(mark), key == null ? offset : tokenEnd(key));
}

function blockScalarEnd({ props, source, offset }: CST.BlockScalar): number {
  const bodyStart = props.reduce(
    (end, prop) => Math.max(end, 'source' in prop ? prop.offset + prop.source.length : end),
    offset,
  );
  const header = props.find(({ type }) => type === 'block-scalar-header');
  const headerSource = header !== undefined && 'source' in header ? header.source : '';
  if (headerSource.includes('+')) return bodyStart + source.length;
  const body = source.replace(/[\r\n]+$/, '');
  return body === '' ? offset + headerSource.length : bodyStart + body.length;
}

/** Where the header of a block scalar (`|-`, without its comment) ends. */
export function headerEnd(token: CST.BlockScalar): number {
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  return header !== undefined && 'source' in header ? header.offset + header.source.length : token.offset;
}

/** The entry of a key: of several the last, which is the one that counts. */
export function entryAt(collection: Collection | undefined, key: string): Entry | undefined {
  return collection?.kind === 'map'
    ? collection.entries.findLast((entry) => entry.key?.text === key)
    : undefined;
}

export function isAliasEntry(entry: Entry): boolean {
  return isAlias(entry.node);
}
