/** What Ruby's safe load makes of a tag such as `!!str` or `!ruby/object:Thing`. */
import type { Node } from 'yaml';
import { isCollection } from 'yaml';
import type { Report } from '../../problem-codes.ts';
import type { Place } from '../node.ts';
import { quote } from '../../quote.ts';

/** `scanned`: read like an unquoted scalar, even when quoted; that is what Ruby does with any other tag. */
export type KnownTag = 'none' | 'text' | 'float' | 'scanned';

const KNOWN: Readonly<Record<string, KnownTag>> = {
  '!': 'text',
  '!str': 'text',
  'tag:yaml.org,2002:str': 'text',
  '!float': 'float',
  'tag:yaml.org,2002:float': 'float',
  'tag:yaml.org,2002:int': 'scanned',
  'tag:yaml.org,2002:bool': 'scanned',
  'tag:yaml.org,2002:null': 'scanned',
};

const COLLECTIONS = new Set(['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq']);

export function checkTag(node: Node, place: Place, report: Report): KnownTag {
  const { tag } = node;
  if (tag === undefined) return 'none';
  if (tag.includes('ruby')) {
    report('tag-refused', place, `The tag ${quote(tag)} asks for a Ruby object, which safe load refuses.`);
    return 'text';
  }
  const known = KNOWN[tag];
  if (known !== undefined) return known;
  if (!isCollection(node) || !COLLECTIONS.has(tag)) {
    report('unknown-tag', place, `The tag ${quote(tag)} has no effect on the value.`);
  }
  return 'scanned';
}
