/** What an operator could do, as text to copy. There is no button that does it: the workbench only reads here. */
import type { OperatorAction } from '../../../store/production/types.ts';
import { CodeBlock } from './code-block.tsx';
import styles from './parts.module.css';

export function ActionList({ actions }: { readonly actions: readonly OperatorAction[] }) {
  if (actions.length === 0) return null;
  return (
    <>
      <p className={styles['words']}>
        What an operator can do. The workbench never runs any of it: copy it, and run it where such things are
        run.
      </p>
      <ul className={styles['actions']}>
        {actions.map(({ title, text, words }) => (
          <li key={title}>
            <h4>{title}</h4>
            <p className={styles['words']}>{words}</p>
            <CodeBlock name={title} text={text} />
          </li>
        ))}
      </ul>
    </>
  );
}
