/** A part of the explorer that can be folded. */
import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './explorer.module.css';

export interface SectionProps {
  readonly title: string;
  readonly isOpenAtFirst: boolean;
  readonly children: ReactNode;
}

export function Section({ title, isOpenAtFirst, children }: SectionProps) {
  return (
    <Collapsible.Root className={styles['section']} defaultOpen={isOpenAtFirst}>
      <h2 className={styles['heading']}>
        <Collapsible.Trigger className={styles['fold']}>
          <ChevronRight size={14} aria-hidden />
          {title}
        </Collapsible.Trigger>
      </h2>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
