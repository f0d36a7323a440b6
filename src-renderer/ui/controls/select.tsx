/** A choice of one among few, from a list that drops down. */
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import styles from './select.module.css';

export interface Option {
  readonly value: string;
  readonly title: string;
  readonly detail?: string;
}

export interface SelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  /** Largest width in pixels; default 220. */
  readonly maxWidth?: number;
}

export function Select({ label, options, value, onChange, isDisabled = false, maxWidth = 220 }: SelectProps) {
  return (
    <Radix.Root value={value} onValueChange={onChange} disabled={isDisabled}>
      <Radix.Trigger className={styles['trigger']} aria-label={label} style={{ maxWidth }}>
        <span className={styles['value']}>
          <Radix.Value />
        </span>
        <Radix.Icon asChild>
          <ChevronDown size={14} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles['list']} position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport>
            {options.map(({ value: each, title, detail }) => (
              <Radix.Item key={each} value={each} className={styles['item']}>
                <Radix.ItemIndicator className={styles['mark']}>
                  <Check size={14} aria-hidden />
                </Radix.ItemIndicator>
                <Radix.ItemText>{title}</Radix.ItemText>
                {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
