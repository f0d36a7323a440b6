import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copySteps, editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';
import { readOutline } from '../../../src-engine/template/outline.ts';
import { chanceFrom } from './random/chance.ts';
import { inverseOf } from './random/inverse.ts';
import { randomEdit } from './random/random-edit.ts';
import { randomTemplate } from './random/random-template.ts';
import type { Model } from './random/template-model.ts';
import { modelOfRoot, namesOf, readText } from './random/template-model.ts';

/** A sequence of edits, each compared with what the model says. */
function tryEdits(seed: number, count: number): void {
  const chance = chanceFrom(seed);
  const { text: start, comments, stepComments } = randomTemplate(chance);
  const owned = new Map(stepComments);
  let text = start;
  let read = readText(text);
  let model: Model = modelOfRoot(read.root);
  for (let round = 0; round < count; round += 1) {
    const {
      edit,
      expected,
      deleted = [],
      renamedTo,
    } = randomEdit(chance, model, (names) => copySteps(text, names, read.editable));
    const result = editTemplate(text, edit, read.editable);
    const about = (): string =>
      `seed ${seed}, round ${round}: ${JSON.stringify(edit)}\n${text}\n=>\n${result.kind === 'changed' ? result.text : result.message}`;
    expect(result.kind, about()).toBe(expected === null ? 'refused' : 'changed');
    if (result.kind === 'refused' || expected === null) continue;
    read = readText(result.text);
    expect(modelOfRoot(read.root), about()).toEqual(expected);
    for (const name of deleted) owned.delete(name);
    const own = owned.get(renamedTo?.[0] ?? '');
    if (renamedTo !== undefined && own !== undefined) {
      owned.delete(renamedTo[0]);
      owned.set(renamedTo[1], own);
    }
    const lost = [...comments, ...[...owned.values()].flat()].filter(
      (comment) => !result.text.includes(comment),
    );
    expect(lost, about()).toEqual([]);
    expect(changeText(result.text, inverseOf(text, result.changes)), about()).toEqual({
      kind: 'changed',
      text,
    });
    expect(result.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(lineEndings(result.text), about()).toBe(lineEndings(text) || lineEndings(result.text));
    expect(
      result.steps.every((id) => namesOf(expected).includes(id)),
      about(),
    ).toBe(true);
    text = result.text;
    model = expected;
  }
  expect(readOutline(text).steps.map(({ name }) => name)).toEqual(namesOf(model));
}

function lineEndings(text: string): string {
  return [...new Set(text.match(/\r?\n/g))].toSorted().join('');
}

test('many edits in a row leave what they should, and every comment that is not on what they took away', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => tryEdits(seed, 200)),
    { numRuns: 2, endOnFailure: true, seed: 1 },
  );
});

test('a few edits do so in templates of every style', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => tryEdits(seed, 6)),
    { numRuns: 80, endOnFailure: true, seed: 2 },
  );
});
