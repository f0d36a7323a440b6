/** The templates of the open folder, by namespace, name and version; thousands are drawn only where they are seen. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { FolderOpen, RotateCw, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { runCommand } from '../commands/registry.ts';
import { useWorkspace } from '../store/workspace.ts';
import { Button, IconButton } from '../ui/controls/button.tsx';
import { SearchField } from '../ui/controls/search-field.tsx';
import { groupTemplates } from '../workspace/group-templates.ts';
import { nextTemplate, workspaceRows } from '../workspace/workspace-rows.ts';
import explorer from './explorer.module.css';
import styles from './workspace-list.module.css';
import { WorkspaceRowView } from './workspace-row.tsx';

const ROW = 26;
const HIGHEST = 420;
/** Fewer are found by looking. */
const LEAST_TO_SEARCH = 8;

export function WorkspaceList() {
  const { folder, templates, notes, problem, isReading } = useWorkspace();
  const [search, setSearch] = useState('');
  const rows = useMemo(() => workspaceRows(groupTemplates(templates, search)), [templates, search]);
  if (folder === null) return <NoFolder />;
  return (
    <>
      <div className={styles['folder']}>
        <FolderOpen size={14} aria-hidden />
        <span title={folder.shownPath}>{folder.name}</span>
        <IconButton
          icon={RotateCw}
          label="Read the folder again"
          onClick={() => runCommand('file.refreshFolder')}
        />
        <IconButton icon={X} label="Close the folder" onClick={() => runCommand('file.closeFolder')} />
      </div>
      {templates.length >= LEAST_TO_SEARCH && (
        <div className={styles['search']}>
          <SearchField label="Find a template" value={search} onChange={setSearch} />
        </div>
      )}
      {problem !== null && <p className={explorer['hint']}>{problem}</p>}
      {isReading && <p className={explorer['hint']}>Reading the folder…</p>}
      {!isReading && problem === null && rows.length === 0 && (
        <p className={explorer['hint']}>{search === '' ? 'There are no templates in it.' : 'None fits.'}</p>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
      {notes.map((note) => (
        <p key={note} className={explorer['hint']}>
          {note}
        </p>
      ))}
    </>
  );
}

function NoFolder() {
  return (
    <div className={styles['none']}>
      <p className={explorer['hint']}>Open a folder to see all its templates.</p>
      <Button onClick={() => runCommand('file.openFolder')}>Open folder…</Button>
    </div>
  );
}

/** Arrow keys go from template to template; Tab leaves the list. */
function Rows({ rows }: { readonly rows: ReturnType<typeof workspaceRows> }) {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const shown = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const current = rows[active]?.kind === 'template' ? active : nextTemplate(rows, -1, 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = target(event.key, rows, current);
    if (next < 0) return;
    event.preventDefault();
    setActive(next);
    shown.scrollToIndex(next);
    // The row may only now be drawn.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  return (
    <div
      ref={box}
      className={explorer['outline']}
      style={{ height: Math.min(rows.length * ROW + 4, HIGHEST) }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons in it */}
      <ul style={{ height: shown.getTotalSize() }} className={explorer['list']} onKeyDown={onKeyDown}>
        {shown.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li key={key} className={explorer['row']} style={{ transform: `translateY(${start}px)` }}>
              <WorkspaceRowView row={row} index={index} isInTabOrder={index === current} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function target(key: string, rows: ReturnType<typeof workspaceRows>, current: number): number {
  switch (key) {
    case 'ArrowDown':
      return nextTemplate(rows, current, 1);
    case 'ArrowUp':
      return nextTemplate(rows, current, -1);
    case 'Home':
      return nextTemplate(rows, -1, 1);
    case 'End':
      return nextTemplate(rows, rows.length, -1);
    default:
      return -1;
  }
}
