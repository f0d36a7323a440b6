import type { JsonObject } from '../../template.ts';
import { own, ownNumber } from '../draft.ts';
import { characters } from '../validate/keywords/string-keywords.ts';
import { sampleForPattern } from './sample-pattern.ts';

/** A text of each common format; the ones that are not checked are there to look right. */
const FORMATS: Readonly<Record<string, (variant: number) => string>> = {
  'date-time': (variant) => `2030-01-01T00:${String(variant % 60).padStart(2, '0')}:00Z`,
  ipv4: (variant) => `192.0.2.${(variant % 254) + 1}`,
  ipv6: (variant) => `2001:db8::${(variant + 1).toString(16)}`,
  uri: (variant) => `https://example.com/${variant + 1}`,
  email: (variant) => `person${variant + 1}@example.com`,
  date: () => '2030-01-01',
  time: () => '12:00:00',
  hostname: () => 'example.com',
  uuid: (variant) => `00000000-0000-4000-8000-${String(variant + 1).padStart(12, '0')}`,
};

export function sampleString(schema: JsonObject, variant: number): string {
  const least = ownNumber(schema, 'minLength') ?? 0;
  const most = ownNumber(schema, 'maxLength') ?? Number.POSITIVE_INFINITY;
  const pattern = own(schema, 'pattern');
  if (typeof pattern === 'string') {
    const found = sampleForPattern(pattern, least, most, variant);
    if (found !== undefined) return found;
  }
  const format = own(schema, 'format');
  const formatted =
    typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format]?.(variant) : undefined;
  if (formatted !== undefined && characters(formatted) >= least && characters(formatted) <= most)
    return formatted;
  return fitted(variant, least, most);
}

function fitted(variant: number, least: number, most: number): string {
  const word = variant === 0 ? 'sample' : `sample${variant}`;
  const longEnough = word.padEnd(Math.min(least, LONGEST), 'x');
  // Cut from the left: what tells variants apart stands at the right.
  return longEnough.length > most ? longEnough.slice(longEnough.length - most) : longEnough;
}

const LONGEST = 100_000;
