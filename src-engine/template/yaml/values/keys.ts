/** Reads the key of a map entry as text, reporting keys that Ruby would not hold as text. */
import { isScalar } from 'yaml';
import type { Report } from '../../problem-codes.ts';
import type { Place } from '../node.ts';
import { quote } from '../../quote.ts';
import { readRubyScalar } from './ruby-scalar.ts';

export function readKey(key: unknown, place: Place, report: Report): string {
  if (!isScalar(key)) {
    report('complex-key', place, 'The key is not plain text.');
    return '';
  }
  const text = typeof key.value === 'string' ? key.value : '';
  if (key.type !== 'PLAIN') return text;
  if (text === '<<') report('merge-key-refused', place, 'Merging maps with `<<` is not supported.');
  return plainKey(text, place, report);
}

function plainKey(text: string, place: Place, report: Report): string {
  const { type, value, trap } = readRubyScalar(text);
  if (trap === 'date') {
    report('unquoted-date', place, `The key ${quote(text)} is a date or time, which Ruby refuses to load.`);
  } else if (type !== 'string') {
    const read = type === 'symbol' ? `the symbol ${text}` : String(value);
    report('key-not-text', place, `The key ${quote(text)} is read as ${read}, not as text.`);
  }
  return text;
}
