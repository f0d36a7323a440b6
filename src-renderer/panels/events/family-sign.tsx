/** The sign of an event's family. The name beside it says the same in words. */
import { FAMILY_LOOKS, familyOf } from '../log/family.ts';
import styles from './event-list.module.css';

export function FamilySign({ name }: { readonly name: string }) {
  const { word, icon: Icon, colour } = FAMILY_LOOKS[familyOf(name)];
  return (
    <span className={styles['sign']} style={{ color: `var(${colour})` }} title={`${word} event`}>
      <Icon size={13} aria-hidden />
    </span>
  );
}
