/** The saved connections to production databases: connect, change, copy, remove. */
import { Ellipsis, Plus } from 'lucide-react';
import { runCommand } from '../commands/registry.ts';
import type { SavedConnection } from '../platform/connections.ts';
import { connect, disconnect } from '../production/connect.ts';
import { removeConnection } from '../production/saved-connections.ts';
import { colourOf } from '../shell/production/connection-look.ts';
import { targetWords } from '../shell/production/target-words.ts';
import { showProduction, useProduction } from '../store/production/production.ts';
import { editConnection, useSaved } from '../store/production/saved.ts';
import { IconButton } from '../ui/controls/button.tsx';
import { Menu } from '../ui/menus/menu.tsx';
import styles from './connection-list.module.css';
import explorer from './explorer.module.css';

export function ConnectionList() {
  const { list, problem } = useSaved();
  return (
    <>
      {problem !== null && <p className={explorer['hint']}>{problem}</p>}
      {list?.length === 0 && problem === null && (
        <p className={explorer['hint']}>Look into a production database. It is only ever read.</p>
      )}
      <ul className={explorer['plain']}>
        {(list ?? []).map((saved) => (
          <li key={saved.id}>
            <Row saved={saved} />
          </li>
        ))}
        <li>
          <button
            type="button"
            className={explorer['item']}
            onClick={() => runCommand('production.newConnection')}
          >
            <Plus size={14} aria-hidden />
            <span className={explorer['more']}>New connection…</span>
          </button>
        </li>
      </ul>
    </>
  );
}

function Row({ saved }: { readonly saved: SavedConnection }) {
  const phase = useProduction((state) => state.phase);
  const isThis = phase.kind !== 'none' && phase.saved.id === saved.id;
  const isOpen = isThis && phase.kind === 'open';
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={explorer['item']}
        aria-current={isOpen}
        title={targetWords(saved.target)}
        onClick={() => (isOpen ? showProduction() : void connect(saved))}
      >
        <span className={styles['dot']} style={{ background: colourOf(saved) }} aria-hidden />
        <span className={styles['name']}>
          {saved.name}
          {isThis && <small className={explorer['namespace']}> {STATES[phase.kind]}</small>}
        </span>
        {saved.isProduction && <Mark />}
      </button>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={`More for ${saved.name}`} />}
        items={[
          isOpen
            ? { id: 'disconnect', title: 'Disconnect', onSelect: disconnect }
            : { id: 'connect', title: 'Connect', onSelect: () => void connect(saved) },
          {
            id: 'edit',
            title: 'Edit…',
            startsGroup: true,
            onSelect: () => editConnection({ kind: 'edit', saved }),
          },
          {
            id: 'copy',
            title: 'Duplicate…',
            onSelect: () => editConnection({ kind: 'copy', of: saved }),
          },
          {
            id: 'remove',
            title: 'Remove…',
            startsGroup: true,
            onSelect: () => void removeConnection(saved),
          },
        ]}
      />
    </div>
  );
}

/** In few characters where there is little room: the name matters as well. */
function Mark() {
  return (
    <span className={styles['mark']}>
      PROD<span>UCTION</span>
    </span>
  );
}

const STATES = {
  opening: 'connecting…',
  writable: 'asks',
  failed: 'not connected',
  open: 'connected',
  lost: 'closed',
} as const;
