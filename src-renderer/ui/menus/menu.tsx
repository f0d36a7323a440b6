/** A menu that drops down from a button. */
import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from '../controls/keys.tsx';
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

/** Opens more items beside it. */
export interface SubMenu {
  readonly id: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export interface MenuProps {
  /** The button; must take a ref. */
  readonly trigger: ReactNode;
  readonly items: readonly (MenuItem | SubMenu)[];
}

export function Menu({ trigger, items }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles['menu']} align="start" sideOffset={4} collisionPadding={8}>
          {items.map((item) =>
            'items' in item ? <Sub key={item.id} {...item} /> : <MenuRow key={item.id} {...item} />,
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Sub({ title, items }: SubMenu) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles['item']}>
        <span className={styles['title']}>{title}</span>
        <ChevronRight size={14} aria-hidden />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={styles['menu']} collisionPadding={8}>
          {items.map((item) => (
            <MenuRow key={item.id} {...item} />
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
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
