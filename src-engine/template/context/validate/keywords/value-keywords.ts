/** Keywords for values of any type. */
import type { Json } from '../../../template.ts';
import type { Draft } from '../../draft.ts';
import type { Check, Keyword } from '../check.ts';
import { canonical, draftOf, isArray, own, ownArray } from '../../draft.ts';
import { inspect, listed, typeName } from '../../ruby-text.ts';
import { fail } from '../check.ts';

export const VALUE_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['type', type],
  ['enum', enumeration],
  ['const', constant],
];

const KNOWN_TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** A number without fraction is an integer here: JSON in JavaScript cannot tell 1.0 from 1, as Ruby does. */
function type(check: Check): void {
  const wanted = own(check.schema, 'type');
  const types = isArray(wanted) ? wanted : [wanted];
  if (types.some((name) => isOfType(check.data, name))) return;
  const found = `of type ${typeName(check.data)} did not match`;
  if (isArray(wanted))
    fail(check, `${found} one or more of the following types: ${types.map(typeLabel).join(', ')}`);
  else fail(check, `${found} the following type: ${typeLabel(wanted)}`);
}

function typeLabel(name: Json | undefined): string {
  return typeof name === 'string' ? name : '(schema)';
}

/** An unknown type name lets everything pass, as it does in Ruby. */
function isOfType(data: Draft, name: Json | undefined): boolean {
  if (typeof name !== 'string' || !KNOWN_TYPES.has(name)) return true;
  const found = typeName(data);
  return found === name || (name === 'number' && found === 'integer');
}

function enumeration(check: Check): void {
  const allowed = ownArray(check.schema, 'enum').map(draftOf);
  const value = canonical(check.data);
  if (allowed.some((item) => canonical(item) === value)) return;
  const list = allowed.map(listed).join(', ');
  fail(check, `value ${inspect(check.data)} did not match one of the following values: ${list}`);
}

function constant(check: Check): void {
  const wanted = draftOf(own(check.schema, 'const') ?? null);
  if (canonical(wanted) === canonical(check.data)) return;
  fail(check, `value ${inspect(check.data)} did not match constant '${listed(wanted)}'`);
}
