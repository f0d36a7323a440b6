/** What went wrong, in the place of what could not be read. */
import type { ReactNode } from 'react';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './parts.module.css';

export interface TroubleNoteProps {
  readonly trouble: { readonly message: string; readonly hint: string | null } | null;
  readonly onAgain: () => void;
  /** Further ways out. */
  readonly children?: ReactNode;
}

export function TroubleNote({ trouble, onAgain, children }: TroubleNoteProps) {
  if (trouble === null) return null;
  return (
    <div role="alert" className={styles['trouble']}>
      <p>
        <strong>{trouble.message}</strong>
        {trouble.hint}
      </p>
      <Button onClick={onAgain}>Try again</Button>
      {children}
    </div>
  );
}
