/** Buttons: with words, or with an icon alone (then the words are its label and its tooltip). */
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { Hint } from './hint.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** Default: plain. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: LucideIcon;
}

export function Button({ look = 'plain', icon: Icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`${styles['button']} ${styles[look]} ${className}`} {...rest}>
      {Icon !== undefined && <Icon size={15} aria-hidden />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'title'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Shown behind the label in the tooltip, e.g. `F5`. */
  readonly keys?: string | undefined;
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** Makes it a toggle. */
  readonly isPressed?: boolean;
}

export function IconButton({ icon: Icon, label, keys, look = 'quiet', isPressed, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        className={`${styles['button']} ${styles['icon']} ${styles[look]}`}
        {...rest}
      >
        <Icon size={16} aria-hidden />
      </button>
    </Hint>
  );
}
