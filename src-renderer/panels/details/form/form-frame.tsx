/** What stands around a form: a line above it while nothing can be changed, and the values as soon as they are read. */
import type { ReactNode } from 'react';
import { Lock } from 'lucide-react';
import type { FormPart, FormView } from '../../../../src-engine/api/views/form-view.ts';
import { revealInText } from '../../problems/reveal.ts';
import field from './fields/field.module.css';
import styles from './form-frame.module.css';
import type { FormLock } from './state/form-lock.ts';
import { useFormLock } from './state/form-lock.ts';
import { FormScopeProvider } from './state/form-scope.tsx';
import type { FormKind } from './state/key-help.ts';
import { useFormView } from './state/use-form-view.ts';

export interface FormFrameProps {
  readonly kind: FormKind;
  /** JSON pointer of the step; null for the template. */
  readonly path: string | null;
  readonly children: (view: FormView) => ReactNode;
}

export function FormFrame({ kind, path, children }: FormFrameProps) {
  const lock = useFormLock();
  const shown = useFormView(path);
  const part = shown === null ? null : partOf(shown.view, kind);
  return (
    <div className={styles['form']} role="form" aria-label={kind === 'step' ? 'Step' : 'Template'}>
      {lock !== null && <LockLine lock={lock} />}
      {shown !== null && part !== null && (
        <FormScopeProvider kind={kind} part={part} text={shown.text}>
          {children(shown.view)}
        </FormScopeProvider>
      )}
    </div>
  );
}

function partOf({ template, step }: FormView, kind: FormKind): FormPart | null {
  return kind === 'step' ? step : template;
}

function LockLine({ lock: { reason, place } }: { readonly lock: FormLock }) {
  return (
    <p className={styles['lock']} role="status">
      <Lock size={13} aria-hidden />
      <span>
        {reason}{' '}
        {place !== null && (
          <button type="button" className={field['action']} onClick={() => revealInText(place)}>
            Show the error
          </button>
        )}
      </span>
    </p>
  );
}
