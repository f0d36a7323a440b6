/** One property: its name, its type, whether it must be given; opened up, everything else about it. */
import { ChevronDown, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import fieldStyles from '../fields/field.module.css';
import { FieldTool } from '../fields/field.tsx';
import { FieldProblems } from '../fields/field-problems.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { pointerOf, textsAt } from '../state/key-path.ts';
import { useDraft } from '../state/use-draft.ts';
import { problemsBelow } from '../state/use-field.ts';
import { directProblems } from './direct-problems.ts';
import type { ObjectLevelProps } from './object-level.tsx';
import { PropertyBody } from './property-body.tsx';
import { PropertyType } from './property-type.tsx';
import type { Level } from './schema-edits.ts';
import { dutyOf, removeProperty, renameProperty, requireProperty } from './schema-edits.ts';
import styles from './schema.module.css';

export interface PropertyRowProps {
  readonly level: Level;
  readonly name: string;
  readonly property: JsonObject;
  readonly depth: number;
  /** Shows an object inside: handed in, because objects contain properties and properties contain objects. */
  readonly children: (inner: ObjectLevelProps) => ReactNode;
}

export function PropertyRow({ level, name, property, depth, children }: PropertyRowProps) {
  const { lock, target, change, problems, part } = useFormScope();
  const [isOpen, setIsOpen] = useState(false);
  const path = [...level.path, 'properties', name];
  const isRequired = textsAt(level.schema, ['required']).includes(name);
  const duty = dutyOf(property, isRequired);
  const pointer = pointerOf([...part.path, ...path]);
  return (
    <div className={styles['property']}>
      <div className={styles['head']}>
        <FieldTool
          icon={isOpen ? ChevronDown : ChevronRight}
          label={`Details of ${name}`}
          isPressed={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
        <PropertyName level={level} name={name} />
        <PropertyType path={path} schema={property} label={name} />
        <FieldTool
          icon={X}
          label={`Remove the property ${name}`}
          isDisabled={lock !== null}
          onClick={() => void change(removeProperty(target, level, name))}
        />
      </div>
      <label className={styles['duty']}>
        <input
          type="checkbox"
          aria-label={`${name} is in required`}
          checked={isRequired}
          disabled={lock !== null}
          onChange={() => void change(requireProperty(target, level, name, !isRequired))}
        />
        <span>{duty.words}</span>
      </label>
      <FieldProblems
        problems={isOpen ? directProblems(problems, pointer) : problemsBelow(problems, pointer)}
      />
      {isOpen && (
        <PropertyBody path={path} schema={property} label={name} depth={depth}>
          {children}
        </PropertyBody>
      )}
    </div>
  );
}

function PropertyName({ level, name }: Pick<PropertyRowProps, 'level' | 'name'>) {
  const { lock, target, change } = useFormScope();
  const { input, error } = useDraft({
    shown: name,
    check: (text) => nameTrouble(text.trim(), name, level.schema),
    commit: async (text) => {
      const outcome = await change(renameProperty(target, level, name, text.trim()));
      return outcome.kind === 'changed' ? null : outcome.message;
    },
  });
  return (
    <span className={styles['title']}>
      <input
        type="text"
        className={fieldStyles['input']}
        aria-label={`Property ${name}`}
        autoComplete="off"
        spellCheck={false}
        disabled={lock !== null}
        {...input}
      />
      {error !== null && (
        <span role="alert" className={fieldStyles['error']}>
          {error}
        </span>
      )}
    </span>
  );
}

function nameTrouble(name: string, own: string, schema: JsonObject): string | null {
  if (name === '') return 'A property needs a name.';
  const properties = schema['properties'];
  const isTaken = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name);
  return name !== own && isTaken ? `There is a property ${name} already.` : null;
}
