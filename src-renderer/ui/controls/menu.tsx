/** A menu that drops down from a button. */
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from './keys.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isChecked?: boolean;
  /** A line above it. */
  readonly startsGroup?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The button; must take a ref. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
}

export function Menu({ trigger, items }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles['menu']} align="start" sideOffset={4} collisionPadding={8}>
          {items.map((item) => (
            <MenuRow key={item.id} {...item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuRow({ title, keys, isDisabled = false, isChecked, startsGroup = false, onSelect }: MenuItem) {
  return (
    <>
      {startsGroup && <DropdownMenu.Separator className={styles['line']} />}
      <DropdownMenu.Item className={styles['item']} disabled={isDisabled} onSelect={onSelect}>
        <span className={styles['check']} aria-hidden>
          {isChecked === true ? '✓' : ''}
        </span>
        <span className={styles['title']}>{title}</span>
        {keys !== undefined && <Keys keys={keys} />}
      </DropdownMenu.Item>
    </>
  );
}
