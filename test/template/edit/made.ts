/** Makes edits in tests, and checks what holds for every one of them. */
import { expect } from 'vitest';
import { editTemplate } from '../../../src-engine/template/edit/edit-template.ts';
import type { EditResult, TemplateEdit } from '../../../src-engine/template/edit/template-edit.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';

type Changed = Extract<EditResult, { kind: 'changed' }>;

/** The text after an edit; throws when it is refused. */
export function made(text: string, edit: TemplateEdit): string {
  return result(text, edit).text;
}

export function result(text: string, edit: TemplateEdit): Changed {
  const done = editTemplate(text, edit);
  if (done.kind === 'refused') throw new Error(`refused: ${done.message}`);
  expect(changeText(text, done.changes)).toEqual({ kind: 'changed', text: done.text });
  return done;
}

/** Why an edit is refused. */
export function refusal(text: string, edit: TemplateEdit): string {
  const done = editTemplate(text, edit);
  if (done.kind === 'changed') throw new Error(`changed:\n${done.text}`);
  expect(done.hint).not.toBe('');
  return done.message;
}

/** Lines of a text, each with a line break. */
export function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

/** A template with the given lines below `step_templates`. */
export function steps(...all: readonly string[]): string {
  return lines('name: orders', 'step_templates:', ...all);
}
