/** One property: its name, its type, whether it must be given; opened up, everything else about it. */
import { ChevronDown, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import { FieldTool } from '../../fields/field.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import type { ObjectLevelProps } from '../object-level.tsx';
import { DutyChoice } from './duty-choice.tsx';
import { PropertyBody } from './property-body.tsx';
import { PropertyName } from './property-name.tsx';
import { PropertyProblems } from './property-problems.tsx';
import { PropertyType } from './property-type.tsx';
import type { Level } from '../schema-edits.ts';
import { removeProperty } from '../schema-edits.ts';
import styles from '../schema.module.css';

export interface PropertyRowProps {
  readonly level: Level;
  readonly name: string;
  readonly property: JsonObject;
  readonly depth: number;
  /** Shows an object inside: handed in, because objects contain properties and properties contain objects. */
  readonly children: (inner: ObjectLevelProps) => ReactNode;
}

export function PropertyRow({ level, name, property, depth, children }: PropertyRowProps) {
  const { lock, target, change } = useFormScope();
  const [isOpen, setIsOpen] = useState(false);
  const path = [...level.path, 'properties', name];
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
      <DutyChoice level={level} name={name} property={property} />
      <PropertyProblems path={path} isOpen={isOpen} />
      {isOpen && (
        <PropertyBody path={path} schema={property} label={name} depth={depth}>
          {children}
        </PropertyBody>
      )}
    </div>
  );
}
