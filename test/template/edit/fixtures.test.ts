import { describe, expect, test } from 'vitest';
import { editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import type { TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';
import type { TemplateOutline } from '../../../src-engine/template/outline.ts';
import { readOutline } from '../../../src-engine/template/outline.ts';
import { fixtureFiles } from '../../support/fixture-files.ts';
import { inverseOf } from './random/inverse.ts';
import { modelOf } from './random/template-model.ts';

const files = fixtureFiles('upstream-templates').filter(({ text }) => !readOutline(text).isBroken);

/** Edits there and back; both ends have the same parse. */
function thereAndBack({ steps }: TemplateOutline): readonly (readonly [TemplateEdit, TemplateEdit])[] {
  return steps.flatMap(({ name, dependsOn }, index): (readonly [TemplateEdit, TemplateEdit])[] => [
    [
      { kind: 'rename-step', step: name, name: 'on' },
      { kind: 'rename-step', step: 'on', name },
    ],
    [
      { kind: 'add-step', step: { name: 'new: one', handlerClass: 'New' }, dependsOn: [name] },
      { kind: 'delete-steps', steps: ['new: one'], dependents: 'detach' },
    ],
    [
      {
        kind: 'set-value',
        path: ['step_templates', index, 'handler_config', 'xyz', 'deep'],
        value: ['a', { b: 1 }],
      },
      { kind: 'delete-value', path: ['step_templates', index, 'handler_config', 'xyz'] },
    ],
    ...dependsOn
      .filter((from) => steps.some((step) => step.name === from))
      .map((from): [TemplateEdit, TemplateEdit] => [
        { kind: 'disconnect', from, to: name },
        { kind: 'connect', from, to: name },
      ]),
  ]);
}

describe.skipIf(files.length === 0)('published templates', () => {
  test.each(files)(
    '$name: edits there and back leave its meaning, and undo its every character',
    ({ text }) => {
      for (const [there, back] of thereAndBack(readOutline(text))) {
        const changed = editTemplate(text, there);
        if (changed.kind === 'refused') throw new Error(`${JSON.stringify(there)}: ${changed.message}`);
        expect(changeText(changed.text, inverseOf(text, changed.changes))).toEqual({ kind: 'changed', text });
        const restored = editTemplate(changed.text, back);
        if (restored.kind === 'refused') throw new Error(`${JSON.stringify(back)}: ${restored.message}`);
        expect(withoutEmpty(modelOf(restored.text)), JSON.stringify(there)).toEqual(
          withoutEmpty(modelOf(text)),
        );
        expect(commentsOf(restored.text)).toEqual(
          commentsOf(text).filter((line) => restored.text.includes(line)),
        );
      }
    },
  );

  test.each(files)('$name: every step can go, and every value be set', ({ text }) => {
    for (const { name } of readOutline(text).steps) {
      for (const dependents of ['bridge', 'detach', 'delete'] as const) {
        const done = editTemplate(text, { kind: 'delete-steps', steps: [name], dependents });
        if (done.kind === 'refused') throw new Error(done.message);
        expect(readOutline(done.text).isBroken).toBe(false);
        expect(readOutline(done.text).steps.some((step) => step.name === name)).toBe(false);
      }
    }
  });
});

/** A map made on the way stays behind empty. */
function withoutEmpty(model: ReturnType<typeof modelOf>): unknown {
  const steps = model.steps.map(({ rest, ...step }) => {
    const { handler_config: config, ...others } = rest;
    const isEmpty = config === undefined || JSON.stringify(config) === '{}';
    return { ...step, rest: isEmpty ? others : rest };
  });
  return { ...model, steps };
}

function commentsOf(text: string): readonly string[] {
  return text.match(/#.*/g) ?? [];
}
