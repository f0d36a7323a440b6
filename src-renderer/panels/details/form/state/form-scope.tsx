/** What all fields of one form share: its values, its problems, whether it is locked, and how it changes the text. */
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo } from 'react';
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Problem } from '../../../../../src-engine/template/problem.ts';
import { useDocument } from '../../../../store/document.ts';
import type { EditOutcome } from '../../../../template/change-template.ts';
import type { EditTarget } from './edit-target.ts';
import { targetBelow } from './edit-target.ts';
import type { FormLock } from './form-lock.ts';
import { useFormLock } from './form-lock.ts';
import type { FormKind } from './key-help.ts';
import { safeChange } from './safe-change.ts';

export interface FormScope {
  readonly kind: FormKind;
  readonly part: FormPart;
  readonly problems: readonly Problem[];
  readonly lock: FormLock | null;
  /** The one the window shows the template in; null for the base. */
  readonly environment: string | null;
  /** The text of the file itself, not of an environment. */
  readonly target: EditTarget;
  readonly change: (edit: TemplateEdit) => Promise<EditOutcome>;
}

const Scope = createContext<FormScope | null>(null);

export function useFormScope(): FormScope {
  const scope = useContext(Scope);
  if (scope === null) throw new Error('A field stands in no form.');
  return scope;
}

export interface FormScopeProviderProps {
  readonly kind: FormKind;
  readonly part: FormPart;
  /** What the part was made of. */
  readonly text: string;
  readonly children: ReactNode;
}

export function FormScopeProvider({ kind, part, text, children }: FormScopeProviderProps) {
  const problems = useDocument((state) => state.view.problems);
  const environment = useDocument((state) => state.environment);
  const lock = useFormLock();
  const change = useCallback((edit: TemplateEdit) => safeChange(edit, part, text), [part, text]);
  const scope = useMemo(
    () => ({ kind, part, problems, lock, environment, target: targetBelow(part.path), change }),
    [kind, part, problems, lock, environment, change],
  );
  return <Scope value={scope}>{children}</Scope>;
}
