/**
 * Steps on the clipboard are the YAML they are written in: they can be pasted into another template, here or in any editor.
 * What was copied last is also kept here, for menus: a page may only read the clipboard while somebody presses the keys.
 */
import type { ClipboardEvent } from 'react';
import { notify } from '../../store/notices.ts';
import { useSelection } from '../../store/selection.ts';
import { copyOfSteps } from '../../template/change-template.ts';
import { changeAndSelect, deleteSelected } from './step-edits.ts';

let copied = '';

export const hasCopied = (): boolean => copied !== '';

export async function copySelected(): Promise<boolean> {
  const { steps } = useSelection.getState();
  const yaml = steps.length === 0 ? null : await copyOfSteps(steps);
  if (yaml === null) return false;
  copied = yaml;
  try {
    await navigator.clipboard.writeText(yaml);
  } catch {
    // Without the system's clipboard they can still be pasted here.
  }
  notify({ kind: 'info', title: steps.length === 1 ? 'Step copied' : `${steps.length} steps copied` });
  return true;
}

export async function cutSelected(): Promise<void> {
  if (await copySelected()) await deleteSelected();
}

/** @param yaml Default: what was copied here last. */
export async function paste(yaml: string = copied): Promise<void> {
  if (yaml.trim() !== '') await changeAndSelect({ kind: 'paste-steps', yaml });
}

export function onCopy(event: ClipboardEvent): void {
  if (isOwn(event)) void copySelected();
}

export function onCut(event: ClipboardEvent): void {
  if (isOwn(event)) void cutSelected();
}

export function onPaste(event: ClipboardEvent): void {
  if (isOwn(event)) void paste(event.clipboardData.getData('text/plain'));
}

/** In a field over the graph it is the field's text that is meant. */
function isOwn(event: ClipboardEvent): boolean {
  if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return false;
  event.preventDefault();
  return true;
}
