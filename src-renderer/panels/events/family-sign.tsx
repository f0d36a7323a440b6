/** The sign of an event's family: one small shape. The name beside it says the same in words. */
import styles from './family-sign.module.css';
import type { Family } from './log/family.ts';

/** One element, no icon: there are as many as rows in sight, and all change with every batch. */
export function FamilySign({ family }: { readonly family: Family }) {
  return <i className={`${styles['sign']} ${styles[family]}`} title={`${family} event`} aria-hidden />;
}
