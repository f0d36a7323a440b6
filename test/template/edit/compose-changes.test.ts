import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeChanges } from '../../../src-engine/template/edit/compose-changes.ts';
import type { TextChange } from '../../../src-engine/template/edit/text-change.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';

/** Changes that fit a text of a length: places as parts of it, in order. */
function changesFor(
  length: number,
  parts: readonly (readonly [number, number, string])[],
): readonly TextChange[] {
  let done = 0;
  return parts.map(([skip, size, text]) => {
    const offset = Math.min(done + skip, length);
    const end = Math.min(offset + size, length);
    done = end;
    return { offset, length: end - offset, text };
  });
}

const part = fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 5 }), fc.string({ maxLength: 4 }));

test('changes one after another are the same as their composition at once', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 5 }),
      (text, rounds) => {
        let now = text;
        const groups = rounds.map((parts) => {
          const changes = changesFor(now.length, parts);
          const changed = changeText(now, changes);
          if (changed.kind === 'refused') throw new Error(changed.reason);
          now = changed.text;
          return changes;
        });
        expect(changeText(text, composeChanges(text.length, groups))).toEqual({ kind: 'changed', text: now });
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

test('what stays in all rounds is not touched', () => {
  const groups = [
    [{ offset: 2, length: 1, text: 'xyz' }],
    [{ offset: 3, length: 1, text: '' }],
    [{ offset: 0, length: 0, text: '!' }],
  ];
  expect(composeChanges(5, groups)).toEqual([
    { offset: 0, length: 0, text: '!' },
    { offset: 2, length: 1, text: 'xz' },
  ]);
});
