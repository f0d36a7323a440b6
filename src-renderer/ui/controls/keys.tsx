/** A shortcut as it is printed on the keyboard, from its text as `shownKeys` writes it. */
import styles from './keys.module.css';

export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className={styles['keys']}>{keys}</kbd>;
}
