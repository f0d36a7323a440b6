/** A row of the workspace: a namespace, a name, or a template with its problems. */
import { FileText, FileX } from 'lucide-react';
import { openById } from '../document/open-file.ts';
import { useDocument } from '../store/document.ts';
import type { WorkspaceTemplate } from '../store/workspace.ts';
import type { WorkspaceRow } from '../workspace/workspace-rows.ts';
import explorer from './explorer.module.css';
import styles from './workspace-list.module.css';

export interface WorkspaceRowProps {
  readonly row: WorkspaceRow;
  readonly index: number;
  /** One row of the list is reached by Tab, the others by arrow keys. */
  readonly isInTabOrder: boolean;
}

export function WorkspaceRowView({ row, index, isInTabOrder }: WorkspaceRowProps) {
  if (row.kind === 'heading') {
    const look = row.level === 1 ? styles['namespace'] : styles['name'];
    return <div className={look}>{row.text}</div>;
  }
  return <TemplateRow row={row} index={index} isInTabOrder={isInTabOrder} />;
}

type TemplateRowProps = WorkspaceRowProps & { readonly row: Extract<WorkspaceRow, { kind: 'template' }> };

function TemplateRow({ row: { template, text, more, level }, index, isInTabOrder }: TemplateRowProps) {
  const { id, shownPath, problem } = template;
  // A boolean, so that opening another one draws two rows and not all of them.
  const isOpen = useDocument(
    ({ isOpen, source }) => isOpen && source.kind === 'file' && source.file.id === id,
  );
  const Icon = problem === undefined ? FileText : FileX;
  return (
    <button
      type="button"
      data-row={index}
      tabIndex={isInTabOrder ? 0 : -1}
      className={`${explorer['item']} ${level === 2 ? styles['deeper'] : ''}`}
      title={problem === undefined ? shownPath : `${shownPath}: ${problem}`}
      aria-current={isOpen}
      onClick={() => void openById(id)}
    >
      <Icon size={14} aria-hidden />
      <span className={styles['text']}>
        {text} <small className={explorer['namespace']}>{more}</small>
      </span>
      <Badge template={template} />
    </button>
  );
}

/** Errors, or warnings where there is no error; nothing where all is well. */
function Badge({ template: { summary } }: { readonly template: WorkspaceTemplate }) {
  if (summary === null) return null;
  const { errors, warnings } = summary;
  if (errors + warnings === 0) return null;
  const words = [...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', ');
  return (
    <span className={`${styles['badge']} ${errors > 0 ? styles['error'] : styles['warning']}`} title={words}>
      <span aria-hidden>{errors > 0 ? errors : warnings}</span>
      <span className={styles['said']}>{words}</span>
    </span>
  );
}

function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}
