/** Writes values of any depth, in block style as lines or in flow style on one line. */
import type { Json, JsonObject } from '../../template.ts';
import type { Quoting, ScalarWish } from './scalar-text.ts';
import { blockScalar } from './block-scalar.ts';
import { scalarText } from './scalar-text.ts';

/** How the rest of the file is written. */
export interface Style {
  /** Of a map in a map. */
  readonly indent: number;
  /** Of the dashes of a list under its key: 0 or more. */
  readonly listIndent: number;
  /** For what needs quotation marks. */
  readonly quote: 'single' | 'double';
  /** Lists of single values stand on one line. */
  readonly flowLists?: boolean;
  /** Keys too have double quotation marks, as in JSON. */
  readonly quotedKeys?: boolean;
}

/** Quoting by key; of items of a list, by the key of the list. */
export type Prefer = (key: string | undefined) => Quoting;
export const PLAIN: Prefer = () => 'plain';

/** What stands beside the colon or dash, and the lines below, with their indentation. */
export interface Layout {
  readonly head: string;
  readonly body: readonly string[];
}

/** What a value is written under. */
export interface Under {
  /** Of the key or dash. */
  readonly column: number;
  readonly kind: 'map' | 'list';
  /** Of the entries of a collection; default: as the style says. */
  readonly entryColumn?: number;
  readonly key?: string;
}

export function layoutOf(value: Json, under: Under, style: Style, prefer: Prefer = PLAIN): Layout {
  if (isList(value)) {
    const isFlow = value.length === 0 || (style.flowLists === true && value.every(isSingle));
    if (isFlow) return { head: flowText(value, style, prefer, under.key), body: [] };
    const column = under.entryColumn ?? under.column + (under.kind === 'map' ? style.listIndent : 2);
    return { head: '', body: value.flatMap((item) => itemLines(item, column, style, prefer, under.key)) };
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return { head: '{}', body: [] };
    const column = under.entryColumn ?? under.column + (under.kind === 'map' ? style.indent : 2);
    return {
      head: '',
      body: entries.flatMap(([key, inner]) => pairLines(key, inner, column, style, prefer)),
    };
  }
  if (typeof value === 'string') {
    const block = blockScalar(value, 'literal', under.column + style.indent);
    if (block !== undefined) return block;
  }
  return { head: scalarText(value, wish(style, prefer(under.key), false)), body: [] };
}

export function pairLines(
  key: string,
  value: Json,
  column: number,
  style: Style,
  prefer: Prefer = PLAIN,
): readonly string[] {
  const { head, body } = layoutOf(value, { column, kind: 'map', key }, style, prefer);
  return [`${' '.repeat(column)}${keyText(key, style, false)}:${head === '' ? '' : ` ${head}`}`, ...body];
}

/** `gap`: from the dash to what follows it. */
export function itemLines(
  value: Json,
  column: number,
  style: Style,
  prefer: Prefer = PLAIN,
  key?: string,
  gap = 2,
): readonly string[] {
  const under: Under = {
    column,
    kind: 'list',
    entryColumn: column + gap,
    ...(key === undefined ? {} : { key }),
  };
  const { head, body } = layoutOf(value, under, style, prefer);
  const dash = `${' '.repeat(column)}-${' '.repeat(gap - 1)}`;
  if (head !== '') return [dash + head, ...body];
  const [first = '', ...rest] = body;
  return [dash + first.slice(column + gap), ...rest];
}

export function flowText(value: Json, style: Style, prefer: Prefer = PLAIN, key?: string): string {
  if (isList(value)) return `[${value.map((item) => flowText(item, style, prefer, key)).join(', ')}]`;
  if (!isObject(value)) return scalarText(value, wish(style, prefer(key), true));
  const pairs = Object.entries(value).map(([name, inner]) => flowPair(name, inner, style, prefer));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export function flowPair(key: string, value: Json, style: Style, prefer: Prefer = PLAIN): string {
  return `${keyText(key, style, true)}: ${flowText(value, style, prefer, key)}`;
}

export function keyText(key: string, style: Style, isFlow: boolean): string {
  return scalarText(key, wish(style, style.quotedKeys === true ? 'double' : 'plain', isFlow));
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSingle(value: Json): boolean {
  return !isList(value) && !isObject(value);
}

function wish({ quote }: Style, prefer: Quoting, isFlow: boolean): ScalarWish {
  return { prefer, quote, isFlow };
}
