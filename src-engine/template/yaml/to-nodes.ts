/** Turns the parser's syntax tree into our own positioned tree, reporting what Ruby's loader refuses or misreads. */
import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Report } from '../problem-codes.ts';
import type { MapEntry, MapNode, Place, ScalarNode, YamlNode } from './node.ts';
import { LineIndex } from '../line-index.ts';
import { quote } from '../quote.ts';
import { readKey } from './values/keys.ts';
import { readScalar } from './values/scalars.ts';
import { checkTag } from './values/tags.ts';

/** Longest part of a collection that is marked, in UTF-16 units. */
const LONGEST_MARK = 200;

/** What every step of the conversion needs to know. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly lines: LineIndex;
  readonly aliased: ReadonlySet<string>;
}

/** The root of the document, or undefined when the document is empty. */
export function toNodes(document: Document.Parsed, text: string, report: Report): YamlNode | undefined {
  const { contents } = document;
  if (contents === null) return undefined;
  const reading: Reading = { text, report, lines: new LineIndex(text), aliased: aliasNames(contents) };
  return toNode(contents, { segment: '', ...span(contents, text) }, reading);
}

function toNode(node: Node, place: Place, reading: Reading): YamlNode {
  if (isAlias(node)) {
    reading.report(
      'alias-refused',
      place,
      `The alias ${quote(`*${node.source}`)} is refused by Ruby's safe load.`,
    );
    return nullNode(place);
  }
  checkAnchor(node, place, reading);
  const tag = checkTag(node, place, reading.report);
  if (isScalar(node)) return readScalar(node, tag, place, reading.report);
  if (isSeq(node)) {
    const items = node.items.map((item, index) => childNode(item, place, index, reading));
    return { kind: 'list', items, place };
  }
  return isMap(node) ? mapNode(node.items, place, reading) : nullNode(place);
}

/** Ruby accepts an anchor as long as nothing refers to it. */
function checkAnchor(node: Node, place: Place, { aliased, report }: Reading): void {
  const anchor = 'anchor' in node ? node.anchor : undefined;
  if (anchor === undefined) return;
  const name = quote(`&${anchor}`);
  if (aliased.has(anchor))
    report('anchor-refused', place, `The anchor ${name} is used by an alias, which Ruby refuses.`);
  else report('unused-anchor', place, `The anchor ${name} is never used.`);
}

function childNode(value: unknown, parent: Place, segment: string | number, reading: Reading): YamlNode {
  if (!isNode(value)) return nullNode({ parent, segment, offset: parent.offset, length: 0 });
  return toNode(value, { parent, segment, ...span(value, reading.text) }, reading);
}

/** The last of two equal keys wins, in the place of the first, as in a Ruby hash. */
function mapNode(pairs: readonly Pair[], place: Place, reading: Reading): MapNode {
  const entries = new Map<string, MapEntry>();
  for (const pair of pairs) {
    const entry = mapEntry(pair, place, reading);
    const earlier = entries.get(entry.key);
    if (earlier !== undefined) reportDuplicate(entry, earlier, reading);
    entries.set(entry.key, entry);
  }
  return { kind: 'map', entries, place };
}

function mapEntry(pair: Pair, parent: Place, reading: Reading): MapEntry {
  const keySpan = isNode(pair.key) ? span(pair.key, reading.text) : { offset: parent.offset, length: 0 };
  const key = readKey(pair.key, { parent, segment: '', ...keySpan }, reading.report);
  const keyPlace: Place = { parent, segment: key, ...keySpan };
  if (isNode(pair.value)) return { key, keyPlace, value: childNode(pair.value, parent, key, reading) };
  return { key, keyPlace, value: nullNode(keyPlace) };
}

function reportDuplicate(entry: MapEntry, earlier: MapEntry, { lines, report }: Reading): void {
  const { line } = lines.position(earlier.keyPlace.offset);
  report(
    'duplicate-key',
    entry.keyPlace,
    `The key ${quote(entry.key)} stands in this map twice; the value from line ${line} is lost.`,
  );
}

/** A collection is shown by its first line: underlining a whole block helps nobody. */
function span(node: Node, text: string): { offset: number; length: number; end?: number } {
  const [offset, end] = node.range ?? [0, 0];
  if (isScalar(node) || isAlias(node)) return { offset, length: end - offset };
  const lineEnd = text.slice(offset, Math.min(end, offset + LONGEST_MARK)).search(/[\r\n]/);
  return { offset, length: lineEnd < 0 ? Math.min(end - offset, LONGEST_MARK) : lineEnd, end };
}

function nullNode(place: Place): ScalarNode {
  return { kind: 'scalar', type: 'null', value: null, source: '', place };
}

function aliasNames(node: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: unknown[] = [node];
  while (pending.length > 0) {
    const next = pending.pop();
    if (isAlias(next)) names.add(next.source);
    else if (isSeq(next)) pending.push(...next.items);
    else if (isMap(next)) for (const pair of next.items) pending.push(pair.key, pair.value);
  }
  return names;
}
