/** Takes a pasted URL apart. It may hold a password: the field is emptied as soon as the parts are in their places. */
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { ConnectionForm } from './connection-form.ts';
import { withUrl } from './connection-form.ts';
import styles from './connect.module.css';
import { Field } from './fields.tsx';

export interface UrlFieldProps {
  readonly form: ConnectionForm;
  readonly onTake: (form: ConnectionForm) => void;
}

export function UrlField({ form, onTake }: UrlFieldProps) {
  const [url, setUrl] = useState('');
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | undefined>();
  const take = (text: string): void => {
    if (text.trim() === '') return;
    const pasted = withUrl(form, text);
    setTrouble(pasted.kind === 'bad' ? `${pasted.message} ${pasted.hint}` : undefined);
    setNotes(pasted.kind === 'bad' ? [] : pasted.notes);
    setUrl(pasted.kind === 'bad' ? text : '');
    if (pasted.kind === 'taken') onTake(pasted.form);
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    take(event.clipboardData.getData('text'));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take(url);
  };
  return (
    <div className={styles['url']}>
      <Field label="Paste a URL" problem={trouble} note="Its parts go into the fields below; it is not kept.">
        {(described) => (
          <input
            type="text"
            value={url}
            placeholder="postgres://user@host:5432/database?sslmode=verify-full"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setUrl(event.target.value)}
            onPaste={onPaste}
            onKeyDown={onKeyDown}
            onBlur={() => take(url)}
            {...described}
          />
        )}
      </Field>
      <output>
        {notes.map((note) => (
          <p key={note} className={styles['note']}>
            {note}
          </p>
        ))}
      </output>
    </div>
  );
}
