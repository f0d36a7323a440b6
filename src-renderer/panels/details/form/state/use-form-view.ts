/** The values of the open template, and of one step, as forms show them; read anew whenever the text was. */
import { useEffect, useState } from 'react';
import type { FormView } from '../../../../../src-engine/api/views/form-view.ts';
import { useDocument } from '../../../../store/document.ts';
import { askForm } from '../../../../template/form-client.ts';
import { sourceOf } from '../../../../template/view-source.ts';

export interface ShownForm {
  readonly view: FormView;
  /** The text it was made of. */
  readonly text: string;
  readonly load: number;
  readonly path: string | null;
}

/**
 * @param path JSON pointer of the step; null for the template alone.
 * @returns Null until the first answer. While the text is broken, the last one from before.
 */
export function useFormView(path: string | null): ShownForm | null {
  const view = useDocument((state) => state.view);
  const load = useDocument((state) => state.load);
  const [shown, setShown] = useState<ShownForm | null>(null);
  useEffect(() => {
    let isWanted = true;
    const text = sourceOf(view)?.text ?? useDocument.getState().text;
    const take = (answer: FormView): void => {
      if (!isWanted) return;
      setShown((before) => (isBetter(before, answer, load) ? before : { view: answer, text, load, path }));
    };
    // Without an answer the form shows what it has: the text itself is not in danger.
    askForm({ kind: 'form', text, step: stepIndex(path) }).then(take, () => {});
    return () => {
      isWanted = false;
    };
  }, [view, load, path]);
  return shown?.load === load ? shown : null;
}

/** `/step_templates/3` → 3. */
export function stepIndex(path: string | null): number | null {
  const index = path === null ? Number.NaN : Number(/^\/step_templates\/(\d+)$/.exec(path)?.[1]);
  return Number.isNaN(index) ? null : index;
}

function isBetter(before: ShownForm | null, answer: FormView, load: number): boolean {
  return answer.isBroken && before !== null && before.load === load && !before.view.isBroken;
}
