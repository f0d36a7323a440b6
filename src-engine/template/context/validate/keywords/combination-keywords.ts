/** Keywords that combine subschemas. Only their own message counts; those of the branches are told inside it. */
import type { Json } from '../../../template.ts';
import type { Check, ContextError, Keyword } from '../check.ts';
import { isObject, own, ownArray } from '../../draft.ts';
import { typeName } from '../../ruby-text.ts';
import { fail } from '../check.ts';
import { resolveReference } from './reference.ts';

export const COMBINATION_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
  ['not', not],
  ['$ref', reference],
];

function allOf(check: Check): void {
  const errors = branches(check, 'allOf').flat();
  if (errors.length > 0) failCombined(check, 'did not match all of the required schemas', errors);
}

function anyOf(check: Check): void {
  const found = branches(check, 'anyOf');
  if (found.some((errors) => errors.length === 0)) return;
  failCombined(check, 'did not match one or more of the required schemas', found.flat());
}

function oneOf(check: Check): void {
  const found = branches(check, 'oneOf');
  const matches = found.filter((errors) => errors.length === 0).length;
  if (matches === 0) failCombined(check, 'did not match any of the required schemas', found.flat());
  if (matches > 1) failCombined(check, 'matched more than one of the required schemas', []);
}

function not(check: Check): void {
  if (errorsOf(check, own(check.schema, 'not')).length === 0) {
    failCombined(check, 'matched the disallowed schema', []);
  }
}

function reference(check: Check): void {
  const pointer = own(check.schema, '$ref');
  if (typeof pointer !== 'string') return;
  const schema = resolveReference(check.run.root, pointer);
  const key = [pointer, ...check.path].join('\n');
  if (schema === undefined) fail(check, `cannot be checked: the schema '${pointer}' is not in this document`);
  else if (check.run.open.has(key))
    fail(check, `cannot be checked: the schema '${pointer}' refers to itself`);
  else {
    check.run.open.add(key);
    check.descend(schema, check.data, check.path);
    check.run.open.delete(key);
  }
}

function branches(check: Check, key: string): readonly (readonly ContextError[])[] {
  return ownArray(check.schema, key).map((schema) => errorsOf(check, schema));
}

function errorsOf(check: Check, schema: Json | undefined): readonly ContextError[] {
  const errors: ContextError[] = [];
  if (isObject(schema)) check.descend(schema, check.data, check.path, errors);
  return errors;
}

/** Details have details of their own; nobody reads all of them. */
const MOST_DETAILS = 5;
const LONGEST_DETAIL = 300;

function failCombined(check: Check, sentence: string, inner: readonly ContextError[]): void {
  const details = inner
    .slice(0, MOST_DETAILS)
    .map(({ message }) => message.slice(0, LONGEST_DETAIL))
    .join('; ');
  const told = details === '' ? '' : `. The schema specific errors were: ${details}`;
  fail(check, `of type ${typeName(check.data)} ${sentence}${told}`);
}
