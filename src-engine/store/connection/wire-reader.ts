/**
 * Reads what PostgreSQL answers on the wire (protocol 3), straight into row objects. Written for replies
 * that are complete in one buffer, as an in-process database gives them; notices and the like are skipped.
 */
import { DatabaseError } from '../database-error.ts';
import { type Decoder, decoderFor } from './values.ts';

export interface Column {
  readonly name: string;
  readonly decode: Decoder;
}

export interface Reply {
  readonly rows: Record<string, unknown>[];
  /** The columns the reply described, if it did. */
  readonly columns: readonly Column[] | undefined;
  /** The command tag of the last statement, e.g. `INSERT 0 1`. */
  readonly tag: string;
}

const ROW_DESCRIPTION = 0x54;
const NO_DATA = 0x6e;
const DATA_ROW = 0x44;
const COMMAND_COMPLETE = 0x43;
const ERROR_RESPONSE = 0x45;

/** Reads a whole reply; throws the first error in it. `known` are the columns when the reply has none. */
export function readReply(bytes: Uint8Array, sql: string, known?: readonly Column[]): Reply {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: Record<string, unknown>[] = [];
  let described: readonly Column[] | undefined;
  let columns = known ?? [];
  let tag = '';
  for (let at = 0; at < buffer.length;) {
    const kind = buffer[at];
    const end = at + 1 + buffer.readInt32BE(at + 1);
    if (kind === DATA_ROW) rows.push(readRow(buffer, at + 5, columns));
    else if (kind === COMMAND_COMPLETE) tag = buffer.toString('utf8', at + 5, end - 1);
    else if (kind === ERROR_RESPONSE) throw readError(buffer, at + 5, sql);
    else if (kind === ROW_DESCRIPTION) columns = described = readColumns(buffer, at + 5);
    else if (kind === NO_DATA) columns = described = [];
    at = end;
  }
  return { rows, columns: described, tag };
}

function readRow(buffer: Buffer, start: number, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  // Two bytes hold the number of columns, which the description has told already.
  let at = start + 2;
  for (const { name, decode } of columns) {
    const length = buffer.readInt32BE(at);
    at += 4;
    if (length < 0) {
      row[name] = null;
    } else {
      row[name] = decode(buffer.toString('utf8', at, at + length));
      at += length;
    }
  }
  return row;
}

function readColumns(buffer: Buffer, start: number): Column[] {
  const columns: Column[] = [];
  const count = buffer.readInt16BE(start);
  let at = start + 2;
  for (let index = 0; index < count; index += 1) {
    const end = buffer.indexOf(0, at);
    const name = buffer.toString('utf8', at, end);
    // After the name: table oid (4), column number (2), type oid (4), size (2), modifier (4), format (2).
    columns.push({ name, decode: decoderFor(buffer.readUInt32BE(end + 7)) });
    at = end + 19;
  }
  return columns;
}

function readError(buffer: Buffer, start: number, sql: string): DatabaseError {
  const fields = new Map<string, string>();
  for (let at = start; buffer[at] !== 0 && at < buffer.length;) {
    const end = buffer.indexOf(0, at + 1);
    fields.set(String.fromCharCode(buffer[at] ?? 0), buffer.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return new DatabaseError(fields.get('M') ?? 'the database reported an error', {
    code: fields.get('C') ?? 'XX000',
    detail: fields.get('D'),
    hint: fields.get('H'),
    where: fields.get('W'),
    position: Number(fields.get('P') ?? 0) || undefined,
    constraint: fields.get('n'),
    sql,
  });
}
