import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copySteps, editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import type { TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { readOutline } from '../../../src-engine/template/outline.ts';
import type { Chance } from './random/chance.ts';
import { chanceFrom } from './random/chance.ts';
import { randomEdit } from './random/random-edit.ts';
import { randomTemplate } from './random/random-template.ts';
import type { Model } from './random/template-model.ts';
import { modelOf, modelOfRoot, namesOf, readText } from './random/template-model.ts';
import { lines, made, refusal } from './made.ts';

const PIECES = [
  ' ',
  '  ',
  '\n',
  '- ',
  ': ',
  '#',
  ' # x',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!!str ',
  '|',
  '>',
  '? ',
  '-',
  '\t',
  '~',
  '\r',
  '---\n',
  '...\n',
  'name: ',
  '<<: ',
  '%',
  'x',
];

/** As if somebody had typed somewhere, or deleted something. */
function typedInto(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const gone = chance.is(0.5) ? chance.below(6) : 0;
  return text.slice(0, at) + (chance.is(0.7) ? chance.of(PIECES) : '') + text.slice(at + gone);
}

/** The model only speaks of templates whose steps have names of their own and whose parents exist. */
function isPlain(model: Model, text: string): boolean {
  const names = namesOf(model);
  const isWhole = names.every((name, index) => name !== '' && names.indexOf(name) === index);
  const all = new Set(names);
  const isKnown = model.steps.every(({ parents }) => [...parents].every((name) => all.has(name)));
  return isWhole && isKnown && !/[&*]a|<</.test(text) && readOutline(text).steps.length === names.length;
}

function tryTyped(seed: number): void {
  const chance = chanceFrom(seed);
  let { text } = randomTemplate(chance);
  for (let round = 0; round < 3; round += 1) text = typedInto(text, chance);
  const outline = readOutline(text);
  if (outline.isBroken) {
    expect(editTemplate(text, { kind: 'delete-steps', steps: [], dependents: 'bridge' }).kind).toBe(
      'refused',
    );
    return;
  }
  let model: Model;
  try {
    model = modelOfRoot(readText(text).root);
  } catch {
    return;
  }
  const { edit, expected } = randomEdit(chance, model, (names) => copySteps(text, names));
  const result = editTemplate(text, edit);
  if (result.kind === 'refused') return;
  const about = `seed ${seed}: ${JSON.stringify(edit)}\n${text}\n=>\n${result.text}`;
  expect(readOutline(result.text).isBroken, about).toBe(false);
  if (isPlain(model, text) && expected !== null) expect(modelOf(result.text), about).toEqual(expected);
}

describe('texts somebody is in the middle of', () => {
  test('an edit is right or refused', () => {
    fc.assert(fc.property(fc.nat(), tryTyped), { numRuns: 400, seed: 5, endOnFailure: true });
  });

  test('any text and any edit have an answer', () => {
    const edits: readonly TemplateEdit[] = [
      { kind: 'connect', from: 'a', to: 'b' },
      { kind: 'add-step', step: { name: 'a', handlerClass: 'A' }, dependsOn: [] },
      { kind: 'set-value', path: ['a', 0, 'b'], value: [{}] },
      { kind: 'delete-value', path: ['a'] },
      { kind: 'paste-steps', yaml: '- {name: a}' },
    ];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...edits), (text, edit) => {
        const result = editTemplate(text, edit);
        if (result.kind === 'changed') expect(readOutline(result.text).isBroken).toBe(false);
      }),
      { numRuns: 400, seed: 6 },
    );
  });
});

describe('anchors and aliases', () => {
  const text = lines(
    'x: &x',
    '  url: http://x',
    'step_templates:',
    '- name: a',
    '  handler_config: *x',
    '- name: b',
    '  handler_config:',
    '    <<: *x',
  );

  test('stay as they are while something else is changed', () => {
    expect(made(text, { kind: 'connect', from: 'a', to: 'b' })).toBe(
      text.replace('- name: b\n', '- name: b\n  depends_on_step: a\n'),
    );
    expect(made(text, { kind: 'delete-steps', steps: ['a'], dependents: 'bridge' })).toBe(
      text.replace('- name: a\n  handler_config: *x\n', ''),
    );
  });

  test('an anchor that would be lost refuses the edit', () => {
    const named = lines('step_templates:', '- name: &n a', '- name: b', '  x: *n');
    expect(refusal(named, { kind: 'rename-step', step: 'a', name: 'c' })).toContain('anchor');
  });

  test('a value behind an alias is not changed, the alias may be replaced', () => {
    expect(
      refusal(text, { kind: 'set-value', path: ['step_templates', 0, 'handler_config', 'url'], value: 'y' }),
    ).toBe("'step_templates.0.handler_config' is an alias.");
    expect(made(text, { kind: 'set-value', path: ['step_templates', 0, 'handler_config'], value: {} })).toBe(
      text.replace('*x\n', '{}\n'),
    );
  });
});
