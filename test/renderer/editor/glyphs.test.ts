import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../src-renderer/editor/features/glyph-changes.ts';
import { glyphChanges } from '../../../src-renderer/editor/features/glyph-changes.ts';
import { glyphsOf } from '../../../src-renderer/editor/features/glyph-words.ts';
import type { StepPlace } from '../../../src-renderer/editor/places/step-places.ts';
import type { StepFold } from '../../../src-renderer/store/run/step-fold.ts';

const glyph = (line: number, state = 'pending'): Glyph => ({ line, state, words: state });

describe('changes of the signs', () => {
  test('signs that stay right are left alone', () => {
    const shown = new Map([
      ['a', glyph(1)],
      ['b', glyph(2)],
    ]);
    const { removed, added } = glyphChanges(shown, new Map(shown));
    expect([removed, added.size]).toEqual([[], 0]);
  });

  test('a new state, a new line and a step that went are changes', () => {
    const shown = new Map([
      ['a', glyph(1)],
      ['b', glyph(2)],
      ['c', glyph(3)],
      ['d', glyph(4)],
    ]);
    const wanted = new Map([
      ['a', glyph(1, 'complete')],
      ['b', glyph(9)],
      ['d', glyph(4)],
      ['e', glyph(5)],
    ]);
    const { removed, added } = glyphChanges(shown, wanted);
    expect([removed, [...added.keys()]]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'e'],
    ]);
  });

  test('what is shown, without what is removed and with what is added, is what is wanted', () => {
    const glyphs = fc
      .dictionary(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.tuple(fc.nat(2), fc.constantFrom('pending', 'error')),
      )
      .map(
        (entries) => new Map(Object.entries(entries).map(([id, [line, state]]) => [id, glyph(line, state)])),
      );
    fc.assert(
      fc.property(glyphs, glyphs, (shown, wanted) => {
        const { removed, added } = glyphChanges(shown, wanted);
        const after = new Map(shown);
        for (const id of removed) after.delete(id);
        // A sign that is put anew was taken away before: two in one place would cover each other.
        for (const id of added.keys()) expect(after.has(id)).toBe(false);
        expect(new Map([...after, ...added])).toEqual(wanted);
      }),
    );
  });
});

describe('signs of a run', () => {
  const range = (line: number) => ({
    startLineNumber: line,
    startColumn: 1,
    endLineNumber: line,
    endColumn: 2,
  });
  const place = (id: string, name: string, line: number): StepPlace => ({
    id,
    name,
    nameRange: range(line),
    stepRange: range(line),
  });
  const fold = (change: Partial<StepFold>): StepFold => ({
    state: 'pending',
    attempt: 0,
    retryLimit: null,
    error: null,
    lastEvent: 1,
    ...change,
  });

  test.each([
    [{ state: 'pending' }, 'pending'],
    [{ state: 'in_progress', attempt: 1, retryLimit: 3 }, 'in progress, attempt 1 of 3'],
    [
      { state: 'error', attempt: 2, retryLimit: 3, error: 'card declined' },
      'error, attempt 2 of 3: card declined',
    ],
    [{ state: 'held_by_customs', attempt: 1 }, 'held by customs, attempt 1'],
  ])('%j is told as %j', (change, words) => {
    const glyphs = glyphsOf([place('a', 'a', 4)], new Map([['a', fold(change)]]));
    expect(glyphs.get('a')).toEqual({ line: 4, state: change.state, words });
  });

  test('a step the run has not spoken of has none, and steps of one name have the same', () => {
    const steps = [place('a', 'a', 1), place('a#2', 'a', 2), place('b', 'b', 3)];
    expect([...glyphsOf(steps, new Map([['a', fold({})]])).keys()]).toEqual(['a', 'a#2']);
    expect(glyphsOf(steps, new Map()).size).toBe(0);
  });
});
