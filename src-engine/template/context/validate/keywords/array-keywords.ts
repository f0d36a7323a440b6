/** Keywords for arrays. Others pass. */
import type { Check, ContextError, Keyword } from '../check.ts';
import { canonical, isArray, isObject, own, ownNumber, ownObject } from '../../draft.ts';
import { fail } from '../check.ts';

export const ARRAY_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['items', items],
  ['additionalItems', additionalItems],
  ['minItems', minItems],
  ['maxItems', maxItems],
  ['uniqueItems', uniqueItems],
  ['contains', contains],
];

/** One schema for all items, or a list of schemas by position. */
function items(check: Check): void {
  const wanted = own(check.schema, 'items');
  if (!Array.isArray(check.data)) return;
  for (const [index, item] of check.data.entries()) {
    const schema = isArray(wanted) ? wanted[index] : wanted;
    if (isObject(schema)) check.descend(schema, item, [...check.path, String(index)]);
  }
}

function additionalItems(check: Check): void {
  const listed = own(check.schema, 'items');
  if (!Array.isArray(check.data) || !isArray(listed)) return;
  if (
    own(check.schema, 'additionalItems') === false &&
    hasExtraItems(check, listed.length, check.data.length)
  ) {
    fail(check, 'contains additional array elements outside of the schema when none are allowed');
  }
  const schema = ownObject(check.schema, 'additionalItems');
  if (schema === undefined) return;
  for (const [index, item] of check.data.entries()) {
    if (index >= listed.length) check.descend(schema, item, [...check.path, String(index)]);
  }
}

/** Ruby's validator refuses shorter arrays as well. */
function hasExtraItems(check: Check, listed: number, given: number): boolean {
  return check.run.mode === 'strict' ? given !== listed : given > listed;
}

function minItems(check: Check): void {
  const least = ownNumber(check.schema, 'minItems');
  if (!Array.isArray(check.data) || least === undefined || check.data.length >= least) return;
  fail(check, `did not contain a minimum number of items ${least}`);
}

function maxItems(check: Check): void {
  const most = ownNumber(check.schema, 'maxItems');
  if (!Array.isArray(check.data) || most === undefined || check.data.length <= most) return;
  fail(check, `had more items than the allowed ${most}`);
}

function uniqueItems(check: Check): void {
  if (!Array.isArray(check.data) || own(check.schema, 'uniqueItems') !== true) return;
  if (new Set(check.data.map(canonical)).size < check.data.length)
    fail(check, 'contained duplicated array values');
}

/** Unknown to Ruby's validator. */
function contains(check: Check): void {
  const schema = ownObject(check.schema, 'contains');
  if (check.run.mode === 'strict' || !Array.isArray(check.data) || schema === undefined) return;
  const found = check.data.some((item) => {
    const errors: ContextError[] = [];
    check.descend(schema, item, check.path, errors);
    return errors.length === 0;
  });
  if (!found) fail(check, 'did not contain an item that matches the schema');
}
