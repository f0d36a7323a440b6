/** Names and values under each other, as they stand in an inspector. */
import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Facts without a value (`undefined`, empty text) are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ name, value }) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export interface BlockProps {
  readonly title: string;
  /** Buttons at the end of the heading. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the details under a heading of its own. */
export function Block({ title, extra, children }: BlockProps) {
  return (
    <section className={styles['block']} aria-label={title}>
      <header className={styles['heading']}>
        <h3>{title}</h3>
        {extra}
      </header>
      {children}
    </section>
  );
}

/** Says that there is nothing, where something could be. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={styles['nothing']}>{children}</p>;
}
