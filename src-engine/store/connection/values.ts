/**
 * How values cross the border to PostgreSQL: everything travels as text, parameters and columns alike,
 * so that both adapters give the same JavaScript values for the same row.
 */
import type { SqlValue } from '../database.ts';

/** Turns the text of a column that is not null into its JavaScript value. */
export type Decoder = (text: string) => unknown;

const asText: Decoder = (text) => text;
const asNumber: Decoder = Number;
const asBoolean: Decoder = (text) => text === 't';
const asJson: Decoder = (text) => JSON.parse(text) as unknown;

/** Element decoders by the type's oid. Types not listed stay text: numeric, dates and times, uuid, bytea, … */
const SCALARS: readonly (readonly [Decoder, readonly number[]])[] = [
  // int8, int2, int4, oid, float4, float8
  [asNumber, [20, 21, 23, 26, 700, 701]],
  [asBoolean, [16]],
  // json, jsonb
  [asJson, [114, 3802]],
];

/** The same for arrays of them. */
const ARRAYS: readonly (readonly [Decoder, readonly number[]])[] = [
  // int8[], int2[], int4[], oid[], float4[], float8[]
  [asNumber, [1016, 1005, 1007, 1028, 1021, 1022]],
  [asBoolean, [1000]],
  // json[], jsonb[]
  [asJson, [199, 3807]],
  // text[], varchar[], bpchar[], name[], numeric[], uuid[], date[], timestamp[], timestamptz[]
  [asText, [1009, 1015, 1014, 1003, 1231, 2951, 1182, 1115, 1185]],
];

const DECODERS = new Map<number, Decoder>([
  ...SCALARS.flatMap(([decode, oids]) => oids.map((oid) => [oid, decode] as const)),
  ...ARRAYS.flatMap(([decode, oids]) =>
    oids.map((oid) => [oid, (text: string) => decodeArray(text, decode)] as const),
  ),
]);

/** The decoder for columns of the type with this oid. */
export function decoderFor(oid: number): Decoder {
  return DECODERS.get(oid) ?? asText;
}

/** The text form of a parameter; null stays null. Arrays become array literals. */
export function encodeParam(value: SqlValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'object') return `{${value.map(encodeElement).join(',')}}`;
  return String(value);
}

function encodeElement(element: string | number | null): string {
  if (element === null) return 'NULL';
  if (typeof element === 'number') return String(element);
  // Always quoted: that way the empty string, NULL as a word, commas and braces all stay plain text.
  return `"${element.replace(/["\\]/g, '\\$&')}"`;
}

/** Reads an array literal; nested arrays become nested arrays, lower bounds other than 1 are dropped. */
function decodeArray(text: string, decode: Decoder): unknown[] {
  const start = text.startsWith('[') ? text.indexOf('=') + 1 : 0;
  return readArray({ text, at: start + 1 }, decode);
}

interface Cursor {
  readonly text: string;
  at: number;
}

function readArray(cursor: Cursor, decode: Decoder): unknown[] {
  const elements: unknown[] = [];
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at];
    if (character === '}') {
      cursor.at += 1;
      return elements;
    }
    if (character === ',') cursor.at += 1;
    else elements.push(readElement(cursor, decode));
  }
  throw new Error(`an array literal has no end: ${cursor.text.slice(0, 80)}`);
}

function readElement(cursor: Cursor, decode: Decoder): unknown {
  const character = cursor.text[cursor.at];
  if (character === '{') {
    cursor.at += 1;
    return readArray(cursor, decode);
  }
  if (character === '"') return decode(readQuoted(cursor));
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !',}'.includes(cursor.text.charAt(cursor.at))) cursor.at += 1;
  const plain = cursor.text.slice(start, cursor.at);
  return plain === 'NULL' ? null : decode(plain);
}

function readQuoted(cursor: Cursor): string {
  let value = '';
  for (cursor.at += 1; cursor.at < cursor.text.length; cursor.at += 1) {
    const character = cursor.text.charAt(cursor.at);
    if (character === '"') {
      cursor.at += 1;
      return value;
    }
    if (character === '\\') cursor.at += 1;
    value += cursor.text.charAt(cursor.at);
  }
  throw new Error(`a quoted array element has no end: ${cursor.text.slice(0, 80)}`);
}
