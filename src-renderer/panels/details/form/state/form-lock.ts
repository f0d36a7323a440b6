/** Why nothing can be changed by a form just now. */
import type { TextRange } from '../../../../../src-engine/api/contract/template-schemas.ts';
import { useDocument } from '../../../../store/document.ts';
import { isUnderWay, useRun } from '../../../../store/run/run.ts';

export interface FormLock {
  readonly reason: string;
  /** What in the text is the matter; null when it is not the text. */
  readonly place: TextRange | null;
}

const RUN: FormLock = { reason: 'A run is under way: stop it to change the template.', place: null };

/** Null when the form is free. */
export function useFormLock(): FormLock | null {
  const isRunning = useRun((state) => state.isStarting || isUnderWay(state));
  const isBroken = useDocument((state) => state.view.isBroken);
  const error = useDocument((state) => state.view.problems.find(({ severity }) => severity === 'error'));
  if (isRunning) return RUN;
  if (!isBroken) return null;
  const what = error === undefined ? '' : ` Line ${error.line}: ${error.message}`;
  return {
    reason: `The text has an error, so this is how it was before it.${what}`,
    place: error === undefined ? null : { offset: error.offset, length: error.length },
  };
}
