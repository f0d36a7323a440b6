/** A tooltip: a word on a control, with its shortcut. Never the only place where something is said. */
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './hint.module.css';
import { Keys } from './keys.tsx';

export interface HintProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** The control; must take a ref. */
  readonly children: ReactNode;
}

export function Hint({ text, keys, side = 'bottom', children }: HintProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles['hint']} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys !== undefined && <Keys keys={keys} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
