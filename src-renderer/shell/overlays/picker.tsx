/** A list to choose from by typing: what palette and pickers have in common. */
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from '../../ui/controls/keys.tsx';
import { useReturnedFocus } from '../../ui/over/use-returned-focus.ts';
import styles from './picker.module.css';

export interface PickerItem {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly icon?: ReactNode;
  /** Default: false; `detail` says why. */
  readonly isDisabled?: boolean;
  /** Further words by which it is found. */
  readonly also?: readonly string[] | undefined;
  readonly onChoose: () => void;
}

export interface PickerGroup {
  readonly title: string;
  readonly items: readonly PickerItem[];
}

export interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly PickerGroup[];
  readonly onClose: () => void;
}

export function Picker({ label, placeholder, groups, onClose }: PickerProps) {
  useReturnedFocus();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']} />
        <Dialog.Content className={styles['picker']} aria-describedby={undefined}>
          <Dialog.Title className="unseen">{label}</Dialog.Title>
          <Command label={label} loop>
            <Command.Input className={styles['input']} placeholder={placeholder} />
            <Command.List className={styles['list']}>
              <Command.Empty className={styles['empty']}>Nothing fits.</Command.Empty>
              {groups
                .filter(({ items }) => items.length > 0)
                .map(({ title, items }) => (
                  <Command.Group key={title} heading={title} className={styles['group']}>
                    {items.map((item) => (
                      <Row key={item.id} item={item} onClose={onClose} />
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ item, onClose }: { readonly item: PickerItem; readonly onClose: () => void }) {
  const choose = (): void => {
    onClose();
    // The dialog gives the focus back first; what was chosen may take it somewhere else.
    setTimeout(item.onChoose, 0);
  };
  return (
    <Command.Item
      className={styles['item']}
      value={item.id}
      disabled={item.isDisabled ?? false}
      keywords={[item.title, item.detail ?? '', ...(item.also ?? [])]}
      onSelect={choose}
    >
      {item.icon}
      <span className={styles['title']}>
        {item.title}
        {item.detail !== undefined && item.detail !== '' && (
          <span className={styles['detail']}>{item.detail}</span>
        )}
      </span>
      {item.keys !== undefined && <Keys keys={item.keys} />}
    </Command.Item>
  );
}
