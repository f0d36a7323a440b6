/** Not given, true or false: three choices side by side, walked with the arrow keys. */
import type { Json } from '../../../../../src-engine/template/template.ts';
import styles from './field.module.css';

export interface ThreeWayProps {
  /** Of the group of buttons; unique on the page. */
  readonly name: string;
  readonly value: Json | undefined;
  /** What a missing value is called. */
  readonly absent: string;
  readonly isDisabled: boolean;
  /** Ids of what describes it. */
  readonly description?: string;
  readonly onChoose: (value: boolean | undefined) => void;
}

export function ThreeWay({ name, value, absent, isDisabled, description, onChoose }: ThreeWayProps) {
  const choices = [
    { title: absent, choice: undefined },
    { title: 'true', choice: true },
    { title: 'false', choice: false },
  ];
  return (
    <span className={styles['ways']}>
      {choices.map(({ title, choice }) => (
        <label key={title} className={styles['way']}>
          <input
            type="radio"
            name={name}
            checked={value === choice}
            disabled={isDisabled}
            aria-describedby={description}
            onChange={() => onChoose(choice)}
          />
          <span>{title}</span>
        </label>
      ))}
    </span>
  );
}
