/** A key that is true, false, or not given at all: then its default holds, and the form says which. */
import type { ReactNode } from 'react';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import { inShort } from '../state/key-path.ts';
import { useField } from '../state/use-field.ts';
import { describedBy, Field } from './field.tsx';
import { ThreeWay } from './three-way.tsx';

export interface BooleanFieldProps {
  readonly path: KeyPath;
  readonly note?: ReactNode;
}

export function BooleanField({ path, note }: BooleanFieldProps) {
  const field = useField(path);
  const { id, value, help, isLocked } = field;
  return (
    <Field field={field} note={note} isGroup>
      <ThreeWay
        name={id}
        value={value}
        absent={help.default === undefined ? 'not given' : `default: ${inShort(help.default)}`}
        isDisabled={isLocked}
        description={describedBy(field)}
        onChoose={(chosen) => void (chosen === undefined ? field.reset() : field.set(chosen))}
      />
    </Field>
  );
}
