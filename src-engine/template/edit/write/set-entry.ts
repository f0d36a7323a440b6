/** Writes a new value in the place of an entry's old one, and leaves what stands around it: comments, quoting, column. */
import type { CST, Node } from 'yaml';
import { isScalar } from 'yaml';
import type { Json } from '../../template.ts';
import type { Collection, Entry } from '../place/entries.ts';
import { collectionOf, headerEnd } from '../place/entries.ts';
import {
  columnOf,
  lineAfter,
  lineEnd,
  lineStart,
  nextLine,
  ownCommentsBelow,
  visibleEnd,
} from '../place/lines.ts';
import { blockScalar } from './block-scalar.ts';
import type { TextWriter } from './text-writer.ts';
import type { Quoting } from './scalar-text.ts';
import { doubleQuoted } from './scalar-text.ts';
import type { Layout, Prefer, Style } from './value-text.ts';
import { flowText, isList, isObject, layoutOf, PLAIN } from './value-text.ts';

/** Where the old value stands: beside the mark, and in lines below that hold nothing else. */
interface Old {
  readonly head?: { readonly from: number; readonly to: number };
  readonly body?: { readonly from: number; readonly to: number };
  /** Where a body begins if there is none yet. */
  readonly below: number;
}

/** `prefer` is for what has no quoting to keep. */
export function setEntry(
  writer: TextWriter,
  owner: Collection,
  entry: Entry,
  value: Json,
  style: Style,
  prefer: Prefer = PLAIN,
): void {
  const kept = isList(value) || isObject(value) ? undefined : quotingOf(entry.node);
  const wanted: Prefer = kept === undefined ? prefer : () => kept;
  if (owner.isFlow) {
    setInFlow(writer, entry, flowText(value, style, wanted, entry.key?.text));
    return;
  }
  const old = oldLayout(writer, entry);
  const layout = newLayout(writer, owner, entry, value, style, wanted);
  const behind = old.head?.to ?? entry.markEnd;
  const hasComment = writer.text.slice(behind, lineEnd(writer.text, behind)).trim() !== '';
  const isBesideDash = old.head !== undefined && collectionOf(entry.node)?.isFlow === false;
  const canBeCompact = owner.kind === 'list' && old.body === undefined && (isBesideDash || !hasComment);
  if (canBeCompact && layout.head === '') setCompact(writer, entry, layout, hasComment);
  else write(writer, entry, old, layout);
}

/** The same for a value written already, as lines with their indentation. */
export function setEntryLines(writer: TextWriter, entry: Entry, lines: readonly string[]): void {
  write(writer, entry, oldLayout(writer, entry), { head: '', body: lines });
}

function setInFlow(writer: TextWriter, entry: Entry, text: string): void {
  if (entry.node !== undefined) writer.replace(entry.valueStart, entry.end, text);
  else writer.insert(entry.markEnd, entry.hasMark ? ` ${text}` : `: ${text}`);
}

/** A map or list beside a dash: its first line stands there too. */
function setCompact(writer: TextWriter, entry: Entry, { body }: Layout, hasComment: boolean): void {
  const { text, eol } = writer;
  const [first = '', ...rest] = body;
  const written = [first.trimStart(), ...rest].join(eol);
  const end = visibleEnd(text, entry.valueStart, entry.end);
  if (entry.node === undefined) writer.insert(entry.markEnd, ` ${written}`);
  // Behind the last of several lines the comment could become part of a block scalar.
  else writer.replace(entry.valueStart, hasComment && rest.length > 0 ? lineEnd(text, end) : end, written);
}

function write(writer: TextWriter, entry: Entry, old: Old, { head, body }: Layout): void {
  const { eol } = writer;
  if (old.head === undefined) {
    if (head !== '') writer.insert(entry.markEnd, ` ${head}`);
  } else if (head === '') writer.remove(entry.markEnd, old.head.to);
  else writer.replace(old.head.from, old.head.to, head);
  if (old.body === undefined) writer.insertLines(old.below, body);
  else if (body.length === 0) writer.remove(old.body.from, old.body.to);
  else {
    const isOpen = old.body.to > 0 && writer.text[old.body.to - 1] !== '\n';
    writer.replace(old.body.from, old.body.to, body.join(eol) + (isOpen ? '' : eol));
  }
}

function oldLayout({ text }: TextWriter, entry: Entry): Old {
  const { node, markEnd, valueStart, end } = entry;
  if (node === undefined) return { below: nextLine(text, markEnd) };
  const token = tokenOf(node);
  if (token?.type === 'block-scalar') {
    const headEnd = headerEnd(token);
    const from = nextLine(text, headEnd);
    const head = { from: valueStart, to: headEnd };
    return end > headEnd && end > from
      ? { head, body: { from, to: lineAfter(text, end) }, below: from }
      : { head, below: from };
  }
  const collection = collectionOf(node);
  if (collection === undefined || collection.isFlow || lineStart(text, collection.start) <= markEnd) {
    const to = visibleEnd(text, valueStart, end);
    return { head: { from: valueStart, to }, below: lineAfter(text, to) };
  }
  const from = nextLine(text, markEnd);
  const to = ownCommentsBelow(text, lineAfter(text, end), columnOf(text, entry.start));
  const hasProps = valueStart < lineEnd(text, markEnd);
  const propsEnd = lineEnd(text, markEnd);
  return {
    ...(hasProps ? { head: { from: valueStart, to: propsEnd } } : {}),
    body: { from, to },
    below: from,
  };
}

function newLayout(
  { text }: TextWriter,
  owner: Collection,
  entry: Entry,
  value: Json,
  style: Style,
  prefer: Prefer,
): Layout {
  const column = columnOf(text, entry.start);
  if (typeof value === 'string') {
    const block = textLayout(value, entry.node, column + style.indent);
    if (block !== undefined) return block;
  }
  const key = entry.key?.text;
  const entryColumn = columnOfEntries(text, owner, entry, value);
  return layoutOf(
    value,
    {
      column,
      kind: owner.kind,
      ...(key === undefined ? {} : { key }),
      ...(entryColumn === undefined ? {} : { entryColumn }),
    },
    style,
    prefer,
  );
}

/** A collection keeps the column of the one it replaces, if that is of its kind. */
function columnOfEntries(text: string, owner: Collection, entry: Entry, value: Json): number | undefined {
  const old = collectionOf(entry.node);
  const isSameKind = (old?.kind === 'list' && isList(value)) || (old?.kind === 'map' && isObject(value));
  if (old !== undefined && isSameKind && !old.isFlow) return columnOf(text, old.start);
  if (owner.kind === 'list' && entry.node !== undefined) return columnOf(text, entry.valueStart);
  return undefined;
}

/** As the old text was written: folded, or with line breaks between quotation marks; else lines below a bar. */
function textLayout(value: string, node: Node | undefined, column: number): Layout | undefined {
  const type = isScalar(node) ? node.type : undefined;
  const folded = type === 'BLOCK_FOLDED' ? blockScalar(value, 'folded', column) : undefined;
  if (folded !== undefined) return folded;
  const isQuoted = isScalar(node) && type?.startsWith('QUOTE') === true && String(node.value).includes('\n');
  if (isQuoted && value.includes('\n')) return { head: doubleQuoted(value), body: [] };
  return blockScalar(value, 'literal', column);
}

/** Undefined for what is no scalar. */
export function quotingOf(node: Node | undefined): Quoting | undefined {
  if (!isScalar(node)) return undefined;
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

function tokenOf(node: Node): CST.Token | undefined {
  return node.srcToken;
}
