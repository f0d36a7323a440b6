/**
 * Writes plain values as YAML that Ruby's reader (YAML 1.1) and a reader of YAML 1.2 understand alike: whatever one of
 * them could take for something else than text is quoted.
 */
import type { Json, JsonObject } from '../../template/template.ts';
import type { MapNode, YamlNode } from '../../template/yaml/node.ts';

/** A value to write: plain, or a scalar whose way of writing is to be kept, such as `1.0` or Ruby's `:symbol`. */
export type Writable = Json | Verbatim | readonly Writable[] | { readonly [key: string]: Writable };

export class Verbatim {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

const INDENT = '  ';

/** A document, ended with a line break. */
export function writeYaml(value: { readonly [key: string]: Writable } | JsonObject): string {
  const lines = mapLines(value);
  return `${lines.length === 0 ? '{}' : lines.join('\n')}\n`;
}

/** The same value as the tree, numbers written as they were. */
export function writableMap({ entries }: MapNode): { readonly [key: string]: Writable } {
  return Object.fromEntries([...entries.values()].map(({ key, value }) => [key, writableOf(value)]));
}

function writableOf(node: YamlNode): Writable {
  if (node.kind === 'map') return writableMap(node);
  if (node.kind === 'list') return node.items.map(writableOf);
  return typeof node.value === 'string' && node.type !== 'symbol' ? node.value : scalarSource(node);
}

function scalarSource({ type, source, value }: Extract<YamlNode, { kind: 'scalar' }>): Writable {
  // A key without a value has no source.
  if (type === 'null' || value === null) return null;
  return /[\r\n]/.test(source) ? value : new Verbatim(source);
}

function mapLines(map: { readonly [key: string]: Writable }): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) => entryLines(`${text(key)}:`, value));
}

function entryLines(head: string, value: Writable): readonly string[] {
  const inner = blockLines(value);
  if (inner === null) return [`${head} ${scalar(value)}`];
  return [head, ...inner.map(indented)];
}

function listLines(list: readonly Writable[]): readonly string[] {
  return list.flatMap((item) => {
    const inner = blockLines(item);
    if (inner === null) return [`- ${scalar(item)}`];
    return inner.map((line, index) => `${index === 0 ? '- ' : INDENT}${line}`);
  });
}

/** Null where the value fits behind its key. */
function blockLines(value: Writable): readonly string[] | null {
  if (typeof value !== 'object' || value === null || value instanceof Verbatim) return null;
  const lines = Array.isArray(value) ? listLines(value) : mapLines(value as { [key: string]: Writable });
  return lines.length === 0 ? null : lines;
}

function indented(line: string): string {
  return `${INDENT}${line}`;
}

function scalar(value: Writable): string {
  if (value instanceof Verbatim) return value.source;
  if (value === null) return 'null';
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  return typeof value === 'object' ? (Array.isArray(value) ? '[]' : '{}') : String(value);
}

function number(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  // Ruby takes 1e+21 for text: a float needs its point.
  const written = String(value);
  return /^-?\d+e/.test(written) ? written.replace('e', '.0e') : written;
}

/** Words that one of the readers takes for a boolean, for nothing, or for a number. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nil|e[+-]?[\d_]+)$/i;
/** Begins with a letter, holds only what means nothing to YAML there. */
const PLAIN = /^[A-Za-z_](?:[\w ,./+@()'!?%-]|:+(?=[\w/]))*$/;

function text(value: string): string {
  if (PLAIN.test(value) && !value.endsWith(' ') && !WORDS.test(value)) return value;
  return quoted(value);
}

/** JSON's way of writing a text is one of YAML's; line separators and lone halves of characters are not for every reader. */
function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
