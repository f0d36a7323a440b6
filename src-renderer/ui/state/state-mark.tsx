/** A step's or task's state: icon, word and colour together. */
import styles from './state-mark.module.css';
import { stateLook } from './step-state.ts';

export interface StateMarkProps {
  readonly state: string;
  /** Default: 15 pixels. */
  readonly size?: number;
  /** Leaves the word to the icon's label. */
  readonly isIconOnly?: boolean;
}

export function StateMark({ state, size = 15, isIconOnly = false }: StateMarkProps) {
  const { word, icon: Icon, colour } = stateLook(state);
  return (
    <span className={styles['mark']} style={{ color: `var(${colour})` }}>
      <Icon size={size} {...(isIconOnly ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })} />
      {!isIconOnly && <span>{word}</span>}
    </span>
  );
}
