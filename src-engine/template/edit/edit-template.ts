/**
 * Makes an edit in the text of a template: only what it means changes, comments, order, quoting and blank lines stay.
 * Any text and any edit get an answer; nothing is thrown. Pure.
 */
import { composeChanges } from './compose-changes.ts';
import type { EditableText } from './editable-text.ts';
import { readEditable } from './editable-text.ts';
import { makeEdit } from './make-edit.ts';
import { Refusal, refuse } from './refusal.ts';
import { inOrder, yamlOf } from './steps/new/copy-steps.ts';
import { stepList, stepListToEdit } from './steps/step-list.ts';
import type { Workspace } from './workspace.ts';
import { countAliases, openWorkspace } from './workspace.ts';
import type { EditResult, StepId, TemplateEdit } from './template-edit.ts';
import type { TextChange } from './text-change.ts';
import { changeText } from './text-change.ts';

/** `reading`: of exactly this text, by whoever has read it already; without it reading is most of the work. */
export function editTemplate(text: string, edit: TemplateEdit, reading?: EditableText): EditResult {
  try {
    return edited(reading?.text === text ? reading : undefined, text, edit);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message, hint: error.hint };
    // A mistake of ours must not take the window down; the text is as it was.
    return {
      kind: 'refused',
      message: `The change cannot be made: ${String(error)}.`,
      hint: 'Make it in the text.',
    };
  }
}

/** Works out, while nobody waits, what edits of a text need to know; kept with the reading. */
export function prepareEdits(reading: EditableText): void {
  try {
    stepList(openWorkspace(reading));
  } catch {
    // The edit itself will say why it cannot be made.
  }
}

/** Items of `step_templates` with their comments, from column 0; null when there is nothing to copy. */
export function copySteps(text: string, steps: readonly StepId[], reading?: EditableText): string | null {
  if (steps.length === 0) return null;
  try {
    const space = openWorkspace(reading?.text === text ? reading : readEditable(text));
    const list = stepListToEdit(space);
    return yamlOf(space, list, inOrder(list, steps));
  } catch {
    return null;
  }
}

function edited(reading: EditableText | undefined, text: string, edit: TemplateEdit): EditResult {
  if (edit.kind === 'replace-text') return result(text, edit.changes, []);
  if (edit.kind === 'several') return several(reading, text, edit.edits);
  const space = openWorkspace(reading ?? readEditable(text));
  const steps = makeEdit(space, edit);
  const done = result(text, space.writer.finish(), steps);
  if (done.kind === 'changed') refuseLostAnchors(space, done.text);
  return done;
}

/** Ruby refuses aliases, so that hardly any text pays for being read again. */
function refuseLostAnchors({ writer, document }: Workspace, text: string): void {
  const before = countAliases(writer.text, document);
  if (before.all === 0) return;
  const after = readEditable(text).document;
  if (after !== undefined && countAliases(text, after).lost <= before.lost) return;
  refuse(
    'An alias would lose the anchor it refers to.',
    'Write the values out; Ruby refuses aliases anyway.',
  );
}

function result(text: string, changes: readonly TextChange[], steps: readonly StepId[]): EditResult {
  const changed = changeText(text, changes);
  if (changed.kind === 'changed') return { kind: 'changed', changes, text: changed.text, steps };
  return refuse('The changes overlap each other.', 'Make them one after another.');
}

function several(
  reading: EditableText | undefined,
  text: string,
  edits: readonly TemplateEdit[],
): EditResult {
  const groups: (readonly TextChange[])[] = [];
  let steps: readonly StepId[] = [];
  let now = text;
  for (const edit of edits) {
    const one = edited(now === text ? reading : undefined, now, edit);
    if (one.kind === 'refused') return one;
    now = one.text;
    groups.push(one.changes);
    if (one.steps.length > 0) steps = one.steps;
  }
  return result(text, composeChanges(text.length, groups), steps);
}
