/** Keywords for strings. Others pass. */
import type { Check, Keyword } from '../check.ts';
import { own, ownNumber } from '../../draft.ts';
import { inspect } from '../../ruby-text.ts';
import { fail } from '../check.ts';
import { FORMATS } from './formats.ts';
import { toRegExp } from './regular-expression.ts';

export const STRING_KEYWORDS: readonly (readonly [string, Keyword])[] = [
  ['minLength', minLength],
  ['maxLength', maxLength],
  ['pattern', pattern],
  ['format', format],
];

function minLength(check: Check): void {
  const least = ownNumber(check.schema, 'minLength');
  if (typeof check.data !== 'string' || least === undefined || characters(check.data) >= least) return;
  fail(check, `was not of a minimum string length of ${least}`);
}

function maxLength(check: Check): void {
  const most = ownNumber(check.schema, 'maxLength');
  if (typeof check.data !== 'string' || most === undefined || characters(check.data) <= most) return;
  fail(check, `was not of a maximum string length of ${most}`);
}

/** Ruby counts characters, JavaScript UTF-16 units. */
export function characters(text: string): number {
  return Array.from(text).length;
}

function pattern(check: Check): void {
  const source = own(check.schema, 'pattern');
  if (typeof check.data !== 'string' || typeof source !== 'string') return;
  const expression = toRegExp(source, check.run.mode);
  if (expression === undefined) fail(check, `cannot be checked: '${source}' is not a regular expression`);
  else if (!expression.test(check.data))
    fail(check, `value ${inspect(check.data)} did not match the regex '${source}'`);
}

/** Every other format is ignored. */
function format(check: Check): void {
  const name = own(check.schema, 'format');
  if (typeof check.data !== 'string' || typeof name !== 'string') return;
  const rule = FORMATS.get(name);
  if (rule !== undefined && !rule.isValid(check.data)) fail(check, `must be ${rule.what}`);
}
