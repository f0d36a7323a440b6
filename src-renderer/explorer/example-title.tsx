/** The name of an example's template, and softer its namespace: the name alone may be there twice. */
import styles from './explorer.module.css';

/** @param title As the engine tells it: `name version in namespace`. */
export function ExampleTitle({ title }: { readonly title: string }) {
  const [, name = title, namespace = ''] = /^(\S+) \S+ in (.+)$/.exec(title) ?? [];
  return (
    <span>
      {name} <small className={styles['namespace']}>{namespace}</small>
    </span>
  );
}
