import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceRange } from '../../../src-renderer/editor/places/text-places.ts';
import { isWithin, TextPlaces } from '../../../src-renderer/editor/places/text-places.ts';

const brief = ({ startLineNumber, startColumn, endLineNumber, endColumn }: PlaceRange): string =>
  `${startLineNumber}:${startColumn}-${endLineNumber}:${endColumn}`;

/** Where a word stands, as the editor counts. */
function rangeOf(text: string, word: string): string {
  return brief(new TextPlaces(text).rangeOf({ offset: text.indexOf(word), length: word.length }));
}

/** What Monaco makes of a text: one kind of line ending, no byte order mark. */
const asModel = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

describe('places of a text in the editor', () => {
  test.each([
    ['LF', 'a: 1\nb: two\n', '2:4-2:7'],
    ['CRLF', 'a: 1\r\nb: two\r\n', '2:4-2:7'],
    ['CR', 'a: 1\rb: two\r', '2:4-2:7'],
    ['both kinds mixed', 'x: 0\r\na: 1\nb: two\r\n', '3:4-3:7'],
    ['astral characters before', 'a: "🚀🚀"\n# 🚀 two\n', '2:6-2:9'],
    ['a byte order mark', '\uFEFFtwo: 1\n', '1:1-1:4'],
    ['a byte order mark, on the second line', '\uFEFFa: 1\ntwo: 2\n', '2:1-2:4'],
    ['an unusual line separator, which is none here', 'a: "x\u2028two"\n', '1:7-1:10'],
  ])('with %s', (_, text, expected) => {
    expect(rangeOf(text, 'two')).toBe(expected);
  });

  test('a range may go over lines', () => {
    expect(rangeOf('a:\r\n  - b\r\n  - c\r\n', '- b\r\n  - c')).toBe('2:3-3:6');
  });

  test('offsets outside the text are its ends', () => {
    expect(brief(new TextPlaces('ab\n').rangeOf({ offset: 99, length: 5 }))).toBe('2:1-2:1');
    expect(brief(new TextPlaces('').rangeOf({ offset: 0, length: 0 }))).toBe('1:1-1:1');
  });

  test('every character is where the model has it', () => {
    const part = fc.constantFrom('a', '🚀', '\n', '\r\n', '\r', 'é', ' ');
    const texts = fc.tuple(fc.boolean(), fc.array(part, { maxLength: 30 }));
    fc.assert(
      fc.property(texts, ([hasMark, parts]) => {
        const text = `${hasMark ? '\uFEFF' : ''}${parts.join('')}`;
        const [lines, places] = [asModel(text), new TextPlaces(text)];
        for (const match of text.matchAll(/[^\r\n\uFEFF]/g)) {
          const { lineNumber, column } = places.placeAt(match.index);
          expect(lines[lineNumber - 1]?.charAt(column - 1)).toBe(match[0]);
        }
      }),
    );
  });
});

test('a place is within a range up to and including both ends', () => {
  const range = { startLineNumber: 2, startColumn: 3, endLineNumber: 4, endColumn: 2 };
  const inside = [
    [2, 3],
    [2, 99],
    [3, 1],
    [4, 2],
  ];
  const outside = [
    [1, 9],
    [2, 2],
    [4, 3],
    [5, 1],
  ];
  const within = ([lineNumber = 0, column = 0]: readonly number[]): boolean =>
    isWithin({ lineNumber, column }, range);
  expect([inside.map(within), outside.map(within)]).toEqual([
    [true, true, true, true],
    [false, false, false, false],
  ]);
});
