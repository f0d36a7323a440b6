/** A menu that opens where the right button was pressed, or by the menu key. */
import { ContextMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from '../controls/keys.tsx';
import type { MenuItem } from './menu.tsx';
import styles from './menu.module.css';

export interface ContextMenuProps {
  /** Made anew each time it opens. */
  readonly items: readonly MenuItem[];
  readonly onOpen: () => void;
  /** What it belongs to; must take a ref and handlers. */
  readonly children: ReactNode;
}

export function ContextMenu({ items, onOpen, children }: ContextMenuProps) {
  return (
    <Radix.Root onOpenChange={(isOpen) => isOpen && onOpen()}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles['menu']} collisionPadding={8}>
          {items.map((item) => (
            <Row key={item.id} {...item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Row({ title, keys, isDisabled = false, startsGroup = false, onSelect }: MenuItem) {
  return (
    <>
      {startsGroup && <Radix.Separator className={styles['line']} />}
      <Radix.Item className={styles['item']} disabled={isDisabled} onSelect={onSelect}>
        <span className={styles['check']} aria-hidden />
        <span className={styles['title']}>{title}</span>
        {keys !== undefined && <Keys keys={keys} />}
      </Radix.Item>
    </>
  );
}
