/** Values as they appear in the messages of the Ruby validator. */
import type { Draft } from './draft.ts';

/** The JSON schema name of a value's type, the narrowest first. */
export function typeName(data: Draft): string {
  if (data === null) return 'null';
  if (Array.isArray(data)) return 'array';
  if (data instanceof Map) return 'object';
  if (typeof data === 'number') return Number.isInteger(data) ? 'integer' : 'number';
  return typeof data;
}

/** What Ruby's `inspect` prints. */
export function inspect(data: Draft): string {
  if (data === null) return 'nil';
  if (Array.isArray(data)) return `[${data.map(inspect).join(', ')}]`;
  if (data instanceof Map)
    return `{${[...data].map(([key, value]) => `${inspect(key)}=>${inspect(value)}`).join(', ')}}`;
  return JSON.stringify(data);
}

/** How the list of an `enum` is printed. */
export function listed(data: Draft): string {
  if (data === null) return 'null';
  if (Array.isArray(data)) return '(array)';
  return data instanceof Map ? '(object)' : String(data);
}
