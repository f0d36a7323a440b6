/** The items of a list, each with its value: added at the end, removed. */
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json } from '../../../../../src-engine/template/template.ts';
import field from '../fields/field.module.css';
import { FieldTool } from '../fields/field.tsx';
import type { ValueProps } from './value-context.ts';
import { TypeChoice } from './type-choice.tsx';
import { typeOf, withType } from './value-type.ts';
import styles from './value.module.css';

export interface ListEditorProps extends ValueProps {
  readonly value: readonly Json[];
  /** Edits one item; see `MapEditorProps`. */
  readonly children: (props: ValueProps) => ReactNode;
}

export function ListEditor({ context, path, label, value, children }: ListEditorProps) {
  // Most lists hold one kind of thing.
  const fresh = withType('', typeOf(value.at(-1) ?? ''));
  return (
    <div className={styles['nested']} role="group" aria-label={label}>
      {value.map((item, index) => {
        const controls = { context, path: [...path, index], label: `${label} ${index + 1}`, value: item };
        const isFlat = typeof item !== 'object' || item === null;
        return (
          // Items have no names of their own: the index is what they are known by.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={`${styles['row']} ${isFlat ? styles['flat'] : ''}`}>
            <span className={styles['index']}>{index + 1}</span>
            <TypeChoice {...controls} />
            <FieldTool
              icon={X}
              label={`Remove ${controls.label}`}
              isDisabled={context.isLocked}
              onClick={() => void context.remove(controls.path)}
            />
            <div className={styles['value']}>{children(controls)}</div>
          </div>
        );
      })}
      <button
        type="button"
        className={field['action']}
        disabled={context.isLocked}
        onClick={() => void context.set([...path, value.length], fresh)}
      >
        <Plus size={12} aria-hidden />
        Add item
      </button>
    </div>
  );
}
