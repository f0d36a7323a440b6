/** The keys of a map, each with its value: added, renamed, removed. */
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import field from '../fields/field.module.css';
import { FieldTool } from '../fields/field.tsx';
import { useDraft } from '../state/use-draft.ts';
import type { ValueProps } from './value-context.ts';
import { TypeChoice } from './type-choice.tsx';
import styles from './value.module.css';

export interface MapEditorProps extends ValueProps {
  readonly value: JsonObject;
  /** Keys that are shown elsewhere. */
  readonly hidden?: ReadonlySet<string>;
  /** Edits one value: handed in, because values contain maps and maps contain values. */
  readonly children: (props: ValueProps) => ReactNode;
}

const NONE: ReadonlySet<string> = new Set();

export function MapEditor({ context, path, label, value, hidden = NONE, children }: MapEditorProps) {
  const entries = Object.entries(value).filter(([key]) => !hidden.has(key));
  return (
    <div className={styles['nested']} role="group" aria-label={label}>
      {entries.map(([key, each]) => (
        <MapRow key={key} context={context} path={[...path, key]} label={key} value={each} siblings={value}>
          {children}
        </MapRow>
      ))}
      <AddKey
        label={label}
        taken={value}
        isDisabled={context.isLocked}
        onAdd={(key) => context.set([...path, key], '')}
      />
    </div>
  );
}

interface MapRowProps extends ValueProps {
  readonly siblings: JsonObject;
  readonly children: (props: ValueProps) => ReactNode;
}

function MapRow({ siblings, children, ...props }: MapRowProps) {
  const { context, path, label: key, value } = props;
  const isFlat = typeof value !== 'object' || value === null;
  const { input, error } = useDraft({
    shown: key,
    check: (text) => keyTrouble(text, siblings),
    commit: (text) => context.rename(path, text.trim()),
  });
  return (
    <div className={`${styles['row']} ${isFlat ? styles['flat'] : ''}`}>
      <input
        type="text"
        className={`${field['input']} ${styles['key']}`}
        aria-label={`Key ${key}`}
        autoComplete="off"
        spellCheck={false}
        disabled={context.isLocked}
        {...input}
      />
      <TypeChoice {...props} />
      <FieldTool
        icon={X}
        label={`Remove ${key}`}
        isDisabled={context.isLocked}
        onClick={() => void context.remove(path)}
      />
      {error !== null && (
        <span role="alert" className={`${field['error']} ${styles['whole']}`}>
          {error}
        </span>
      )}
      <div className={styles['value']}>{children(props)}</div>
    </div>
  );
}

export interface AddKeyProps {
  /** Of what it is added to. */
  readonly label: string;
  readonly taken: JsonObject;
  readonly isDisabled: boolean;
  /** What is added is called; default `key`. */
  readonly what?: string;
  readonly onAdd: (key: string) => Promise<string | null>;
}

export function AddKey({ label, taken, isDisabled, what = 'key', onAdd }: AddKeyProps) {
  const [text, setText] = useState('');
  const trouble = text === '' ? null : keyTrouble(text, taken);
  const add = (): void => {
    if (text.trim() === '' || trouble !== null) return;
    void onAdd(text.trim()).then((refusal) => refusal === null && setText(''));
  };
  return (
    <div className={styles['add']}>
      <input
        type="text"
        className={field['input']}
        aria-label={`New ${what} in ${label}`}
        placeholder={`new ${what} …`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        disabled={isDisabled}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
          else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
          }
        }}
      />
      <FieldTool
        icon={Plus}
        label={`Add ${what} to ${label}`}
        isDisabled={isDisabled || text.trim() === '' || trouble !== null}
        onClick={add}
      />
      {trouble !== null && (
        <span role="alert" className={`${field['error']} ${styles['whole']}`}>
          {trouble}
        </span>
      )}
    </div>
  );
}

function keyTrouble(text: string, taken: JsonObject): string | null {
  if (text.trim() === '') return 'A key needs a name.';
  return Object.hasOwn(taken, text.trim()) ? `There is a key ${text.trim()} already.` : null;
}
