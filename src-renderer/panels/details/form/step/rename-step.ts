/**
 * Renames a step from its form. With the name the step's id changes: whoever types in the form goes on in the same form, and
 * the selection follows.
 */
import { create } from 'zustand';
import { selectStep, useSelection } from '../../../../store/selection.ts';
import type { FormScope } from '../state/form-scope.tsx';

interface Rename {
  /** What the form knows the step by since it was opened. */
  readonly opened: string;
  readonly from: string;
  readonly to: string;
}

const useRename = create<{ readonly rename: Rename | null }>(() => ({ rename: null }));

/** Null, or why it was refused. */
export async function renameStep(
  change: FormScope['change'],
  id: string,
  name: string,
): Promise<string | null> {
  const before = useRename.getState().rename;
  useRename.setState({ rename: { opened: openedAs(before, id), from: id, to: name } });
  const outcome = await change({ kind: 'rename-step', step: id, name });
  if (outcome.kind === 'refused') {
    useRename.setState({ rename: before });
    return outcome.message;
  }
  const to = outcome.steps[0] ?? name;
  useRename.setState(({ rename }) => ({ rename: rename && { ...rename, to } }));
  const { step } = useSelection.getState();
  if (step === id) selectStep(to, 'details');
  return null;
}

/** The same before and after a rename: what a form is to be kept by. */
export function useOpenedAs(id: string | null): string | null {
  return useRename(({ rename }) => (id === null ? null : openedAs(rename, id)));
}

/** What a step is called now that the selection still has by its old name. */
export function useNewId(id: string): string {
  return useRename(({ rename }) => (rename?.from === id ? rename.to : id));
}

function openedAs(rename: Rename | null, id: string): string {
  return rename?.to === id ? rename.opened : id;
}
