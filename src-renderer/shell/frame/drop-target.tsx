/** A file that is dropped anywhere on the window is opened. */
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { openDropped } from '../../document/open-file.ts';
import styles from './drop-target.module.css';

export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void openDropped(file);
  };
  return (
    <div
      className={styles['target']}
      onDragOver={onDragOver}
      onDragLeave={(event) => event.relatedTarget === null && setIsOver(false)}
      onDrop={onDrop}
    >
      {children}
      {isOver && <div className={styles['veil']}>Drop the template to open it</div>}
    </div>
  );
}
