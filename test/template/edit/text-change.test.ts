import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';

const change = (offset: number, length: number, text: string) => ({ offset, length, text });

test('all changes refer to the text as it was', () => {
  const changes = [change(4, 3, 'dog'), change(0, 3, 'a big'), change(7, 0, '!')];
  expect(changeText('the cat', changes)).toEqual({ kind: 'changed', text: 'a big dog!' });
});

test('insertions at one place keep their order, and may stand at either end of a change', () => {
  const changes = [change(1, 0, 'x'), change(1, 0, 'y'), change(1, 1, ''), change(2, 0, 'z')];
  expect(changeText('abc', changes)).toEqual({ kind: 'changed', text: 'axyzc' });
});

test.each([
  ['overlapping', [change(0, 2, ''), change(1, 1, '')]],
  ['overlapping', [change(0, 3, ''), change(1, 0, 'x')]],
  ['outside', [change(2, 2, '')]],
  ['outside', [change(4, 0, 'x')]],
  ['outside', [change(-1, 1, '')]],
  ['outside', [change(0.5, 1, '')]],
] as const)('%s changes are refused, all of them', (reason, changes) => {
  expect(changeText('abc', changes)).toMatchObject({ kind: 'refused', reason });
});

test('cutting a text up and changing every piece equals joining the changed pieces, in any order', () => {
  const piece = fc.record({ old: fc.string({ minLength: 1 }), now: fc.string(), key: fc.nat() });
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      let offset = 0;
      const changes = pieces.map(({ old, now, key }) => {
        const made = { key, change: change(offset, old.length, now) };
        offset += old.length;
        return made;
      });
      const shuffled = changes.toSorted((a, b) => a.key - b.key).map((each) => each.change);
      const text = pieces.map(({ old }) => old).join('');
      expect(changeText(text, shuffled)).toEqual({
        kind: 'changed',
        text: pieces.map(({ now }) => now).join(''),
      });
    }),
  );
});
