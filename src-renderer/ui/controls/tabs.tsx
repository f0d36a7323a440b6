/** Tabs over one pane. The pane's content is only there while its tab is chosen. */
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** A number beside the title, e.g. of problems; absent or 0: none. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** At the end of the row of tabs. */
  readonly extra?: ReactNode;
}

export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, extra }: TabsProps<Id>) {
  const choose = (value: string): void => {
    const tab = tabs.find(({ id }) => id === value);
    if (tab !== undefined) onChoose(tab.id);
  };
  return (
    <Radix.Root className={styles['root']} value={chosen} onValueChange={choose}>
      <div className={styles['bar']}>
        <Radix.List className={styles['list']} aria-label={label}>
          {tabs.map(({ id, title, count = 0 }) => (
            <Radix.Trigger key={id} value={id} className={styles['tab']}>
              {title}
              {count > 0 && <span className={styles['count']}>{count.toLocaleString('en')}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        <div className={styles['extra']}>{extra}</div>
      </div>
      {tabs.map(({ id, content }) => (
        <Radix.Content key={id} value={id} className={styles['content']} tabIndex={-1}>
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
