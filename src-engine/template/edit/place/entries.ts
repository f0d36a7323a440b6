/**
 * Where the parts of a collection stand in the text, taken from the parser's own tokens: dashes, colons, commas, values
 * without what follows them. Maps and lists, block and flow, look alike from here on.
 */
import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';

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
  readonly key: Key | undefined;
  /** False for `{key}` and for the items of flow lists. */
  readonly hasMark: boolean;
  /** Undefined: nothing is written there. */
  readonly node: Node | undefined;
  /** `? key` or `[key: value]`: too unusual to be changed. */
  readonly isOdd: boolean;
}

/** Its parts are worked out when they are asked for: an edit looks at few of the many entries of a text. */
export class Collection {
  readonly kind: 'map' | 'list';
  readonly isFlow: boolean;
  readonly #token: CollectionToken;
  readonly #items: readonly CST.CollectionItem[];
  readonly #nodes: readonly unknown[];
  readonly #known: (Entry | undefined)[] = [];
  #entries: readonly Entry[] | undefined;

  constructor(
    kind: 'map' | 'list',
    token: CollectionToken,
    items: readonly CST.CollectionItem[],
    nodes: readonly unknown[],
  ) {
    this.kind = kind;
    this.isFlow = token.type === 'flow-collection';
    this.#token = token;
    this.#items = items;
    this.#nodes = nodes;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.#items.flatMap((_, index) => this.#entry(index) ?? []);
    return this.#entries;
  }

  /** Of the first entry or the bracket. */
  get start(): number {
    return this.isFlow ? this.#token.offset : (this.#entry(0)?.start ?? this.#token.offset);
  }

  get end(): number {
    return tokenEnd(this.#token);
  }

  /** The entry of a key: of several the last, which is the one that counts. */
  at(key: string): Entry | undefined {
    if (this.kind === 'list') return undefined;
    return this.#entry(this.#nodes.findLastIndex((pair) => isPair(pair) && keyText(pair.key) === key));
  }

  #entry(index: number): Entry | undefined {
    const item = this.#items[index];
    const known = this.#known[index];
    if (item === undefined || known !== undefined) return known;
    const entry = entryOf(item, this.#nodes[index], this.kind === 'map', this.isFlow);
    this.#known[index] = entry;
    return entry;
  }
}

type CollectionToken = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
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

function read(node: YAMLMap | YAMLSeq): Collection | undefined {
  const { srcToken, items: nodes } = node;
  if (srcToken === undefined || !('items' in srcToken)) return undefined;
  const items: readonly CST.CollectionItem[] = srcToken.items;
  const written = items.filter(isWritten);
  if (written.length !== nodes.length) return undefined;
  return new Collection(isMap(node) ? 'map' : 'list', srcToken, written, nodes);
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

function entryOf(item: CST.CollectionItem, node: unknown, isInMap: boolean, isFlow: boolean): Entry {
  return isInMap ? pairEntry(item, isPair(node) ? node : undefined, isFlow) : itemEntry(item, node, isFlow);
}

// The objects are written out in one piece each: an edit makes thousands of them while somebody waits.
function pairEntry(item: CST.CollectionItem, pair: Pair | undefined, isFlow: boolean): Entry {
  const { start, key, sep = [], value } = item;
  const colon = sep.find(({ type }) => type === 'map-value-ind');
  const keyStart = key?.offset ?? colon?.offset ?? value?.offset ?? 0;
  const keyEnd = key == null ? keyStart : tokenEnd(key);
  const markEnd = colon === undefined ? keyEnd : endOf(colon);
  const valueStart = valueStartOf(sep, value);
  return {
    start: firstProp(start)?.offset ?? keyStart,
    markEnd,
    valueStart: valueStart ?? markEnd,
    end: valueEnd(sep, value) ?? markEnd,
    key: { text: keyText(pair?.key), start: keyStart, end: keyEnd },
    hasMark: colon !== undefined,
    node: valueStart !== undefined && isNode(pair?.value) ? pair.value : undefined,
    isOdd: key == null || isExplicit(start) || (!isFlow && colon === undefined),
  };
}

function itemEntry({ start, sep = [], value }: CST.CollectionItem, node: unknown, isFlow: boolean): Entry {
  const dash = start.findIndex(({ type }) => type === 'seq-item-ind');
  const mark = start[dash];
  const before = mark === undefined ? start : start.slice(dash);
  const valueStart = valueStartOf(before, value);
  const markEnd = mark === undefined ? (valueStart ?? 0) : endOf(mark);
  return {
    start: mark === undefined ? markEnd : mark.offset,
    markEnd,
    valueStart: valueStart ?? markEnd,
    end: valueEnd(before, value) ?? markEnd,
    key: undefined,
    hasMark: mark !== undefined,
    node: valueStart !== undefined && isNode(node) ? node : undefined,
    isOdd: isExplicit(start) || sep.length > 0 || (!isFlow && mark === undefined),
  };
}

function isExplicit(start: readonly SourceToken[]): boolean {
  return start.some(({ type }) => type === 'explicit-key-ind');
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

export function entryAt(collection: Collection | undefined, key: string): Entry | undefined {
  return collection?.at(key);
}

export function isAliasEntry(entry: Entry): boolean {
  return isAlias(entry.node);
}
