/** Dialogs: one to look at or work in, one that asks and must be answered. */
import { X } from 'lucide-react';
import { AlertDialog, Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../controls/button.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Default: medium. */
  readonly size?: 'medium' | 'large';
  readonly children: ReactNode;
}

export function Dialog({ title, description, isOpen, onClose, size = 'medium', children }: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles['scrim']} />
        <Radix.Content
          className={`${styles['dialog']} ${styles[size]}`}
          onOpenAutoFocus={focusItself}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles['header']}>
            <Radix.Title className={styles['title']}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" />
            </Radix.Close>
          </header>
          {description !== undefined && (
            <Radix.Description className={styles['description']}>{description}</Radix.Description>
          )}
          {/* It may scroll, and what is in it need not be anything that takes the focus. */}
          <div className={styles['body']} role="region" aria-label={title} tabIndex={0}>
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Focus on the first button would open its tooltip, and Escape would close that instead of the dialog. */
function focusItself(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly look?: 'plain' | 'primary' | 'danger';
}

export interface QuestionProps<Id extends string> {
  readonly title: string;
  readonly text: ReactNode;
  readonly choices: readonly Choice<Id>[];
  readonly onAnswer: (id: Id | null) => void;
}

/** Answered with a choice, or with null by Escape. Shown as long as it is there. */
export function Question<Id extends string>({ title, text, choices, onAnswer }: QuestionProps<Id>) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onAnswer(null)}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={styles['scrim']} />
        <AlertDialog.Content className={`${styles['dialog']} ${styles['small']}`}>
          <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['description']}>{text}</AlertDialog.Description>
          <div className={styles['choices']}>
            {choices.map(({ id, title: words, look = 'plain' }) => (
              <AlertDialog.Action key={id} asChild>
                <Button look={look} onClick={() => onAnswer(id)}>
                  {words}
                </Button>
              </AlertDialog.Action>
            ))}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
