/** Whether an object may have properties that are not listed. */
import { useId } from 'react';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import { JsonText } from '../fields/json-control.tsx';
import { ThreeWay } from '../fields/three-way.tsx';
import { helpFor } from '../state/key-help.ts';
import { isMap, own } from '../state/key-path.ts';
import type { ValueContext } from '../values/value-context.ts';
import styles from './schema.module.css';

export interface ExtraPropertiesProps {
  readonly context: ValueContext;
  readonly path: KeyPath;
  readonly schema: JsonObject;
  readonly label: string;
}

export function ExtraProperties({ context, path, schema, label }: ExtraPropertiesProps) {
  const id = useId();
  const value = own(schema, 'additionalProperties');
  const listed = own(schema, 'properties') !== undefined;
  return (
    <div
      className={styles['extra']}
      role="group"
      aria-label={`additionalProperties of ${label}`}
      title={helpFor('context', ['additionalProperties']).description}
    >
      <span className={styles['name']}>additionalProperties</span>
      {isMap(value) ? (
        <JsonText
          label={`additionalProperties of ${label}`}
          value={value}
          isDisabled={context.isLocked}
          onSet={(next) => context.set(path, next)}
        />
      ) : (
        <ThreeWay
          name={id}
          value={value}
          absent={listed ? 'not given: refused' : 'not given: accepted'}
          isDisabled={context.isLocked}
          onChoose={(next) => void (next === undefined ? context.remove(path) : context.set(path, next))}
        />
      )}
    </div>
  );
}
