import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';
import { chanceFrom } from './random/chance.ts';
import { inverseOf } from './random/inverse.ts';
import { randomTemplate } from './random/random-template.ts';
import { randomValueEdit } from './random/random-value.ts';
import { readText } from './random/template-model.ts';

/** The order of keys is no matter of a value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function tryValues(seed: number, count: number): void {
  const chance = chanceFrom(seed);
  let { text } = randomTemplate(chance);
  let read = readText(text);
  for (let round = 0; round < count; round += 1) {
    const { edit, expected } = randomValueEdit(chance, read.root);
    const result = editTemplate(text, edit, read.editable);
    const about = (): string =>
      `seed ${seed}, round ${round}: ${JSON.stringify(edit)}\n${text}\n=>\n${result.kind === 'changed' ? result.text : result.message}`;
    expect(result.kind, about()).toBe(expected === null ? 'refused' : 'changed');
    if (result.kind === 'refused' || expected === null) continue;
    read = readText(result.text);
    expect(sorted(read.root), about()).toEqual(sorted(expected));
    expect(changeText(result.text, inverseOf(text, result.changes)), about()).toEqual({
      kind: 'changed',
      text,
    });
    text = result.text;
    if (Object.keys(read.root).length === 0) return;
  }
}

test('values set, added, renamed and deleted anywhere are read back as they were meant', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => tryValues(seed, 25)),
    { numRuns: 30, seed: 4, endOnFailure: true },
  );
});
