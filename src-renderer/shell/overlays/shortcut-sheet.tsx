/** All shortcuts, from the same table that makes the menus. */
import type { Command } from '../../../src-shared/commands/command.ts';
import { MENUS } from '../../../src-shared/commands/commands.ts';
import { shownKeys } from '../../commands/keys.ts';
import { commandsHere } from '../../commands/registry.ts';
import { platform } from '../../platform/current.ts';
import { Dialog } from '../../ui/over/dialog.tsx';
import { Keys } from '../../ui/controls/keys.tsx';
import styles from './sheet.module.css';

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} size="large">
      <div className={styles['columns']}>
        {MENUS.map(({ name, title }) => (
          <Section key={name} title={title} commands={commandsHere().filter(({ menu }) => menu === name)} />
        ))}
      </div>
    </Dialog>
  );
}

function Section({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  const withKeys = commands.filter(({ keys = [] }) => keys.length > 0);
  if (withKeys.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      <dl>
        {withKeys.map(({ id, title: words, keys = [], scope }) => (
          <div key={id}>
            <dt>
              {words}
              {scope === 'canvas' && <span> (on the canvas)</span>}
            </dt>
            <dd>
              {keys.map((each) => (
                <Keys key={each} keys={shownKeys(each, platform.isMac)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
