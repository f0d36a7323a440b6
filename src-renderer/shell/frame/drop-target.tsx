/** A file or a folder that is dropped anywhere on the window is opened. */
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { openDropped } from '../../document/open-file.ts';
import { droppedFolder } from '../../platform/dropped-folder.ts';
import { notify } from '../../store/notices.ts';
import { openDroppedFolder } from '../../workspace/open-folder.ts';
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
    const folder = droppedFolder(event.dataTransfer);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    if (folder === undefined) void openDropped(file);
    else void openDroppedFolder(folder).catch(tellFailure);
  };
  return (
    <div
      className={styles['target']}
      onDragOver={onDragOver}
      onDragLeave={(event) => event.relatedTarget === null && setIsOver(false)}
      onDrop={onDrop}
    >
      {children}
      {isOver && <div className={styles['veil']}>Drop a template or a folder to open it</div>}
    </div>
  );
}

function tellFailure(error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  notify({ kind: 'error', title: 'The folder could not be opened', detail });
}
