/** Changes the template for a form. An index in a path may mean another step once somebody has typed above it. */
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import { useDocument } from '../../../../store/document.ts';
import { notify } from '../../../../store/notices.ts';
import type { EditOutcome } from '../../../../template/change-template.ts';
import { changeTemplate } from '../../../../template/change-template.ts';
import { askForm } from '../../../../template/form-client.ts';
import { isSame } from './key-path.ts';

const MOVED = {
  kind: 'refused',
  message: 'The text was changed at the same time.',
  hint: 'Look at the form again, then repeat the change.',
} as const satisfies EditOutcome;

/** @param text What the form was made of. */
export async function safeChange(edit: TemplateEdit, part: FormPart, text: string): Promise<EditOutcome> {
  // Whether it has cannot be told: then it is not risked.
  if (await hasMoved(part, text).catch(() => true)) {
    notify({ kind: 'error', title: MOVED.message, detail: MOVED.hint });
    return MOVED;
  }
  return changeTemplate(edit);
}

async function hasMoved({ path, base, overrides }: FormPart, text: string): Promise<boolean> {
  const { text: now } = useDocument.getState();
  const index = path[1];
  if (now === text || typeof index !== 'number') return false;
  const { step } = await askForm({ kind: 'form', text: now, step: index });
  if (step === null || !isSame(step.base['name'], base['name'])) return true;
  return !isSame(placesOf(step.overrides), placesOf(overrides));
}

function placesOf(overrides: FormPart['overrides']) {
  return overrides.map(({ path, missing }) => [...path, missing]);
}
