/** The functions of the database that are to decide in the sandbox: read them before you let them. */
import { useEffect } from 'react';
import { askLentFunctions, lentFunctions } from '../../../production/look.ts';
import { CodeBlock } from '../parts/code-block.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import styles from './task.module.css';

export function LentFunctions() {
  const { value, failure, isBusy } = lentFunctions.use();
  useEffect(() => {
    void askLentFunctions();
    return () => lentFunctions.forget();
  }, []);
  return (
    <div className={styles['lent']}>
      <TroubleNote trouble={failure} onAgain={() => void askLentFunctions()} />
      {isBusy && <p className={styles['soft']}>Reading them…</p>}
      {value?.length === 0 && (
        <p className={styles['soft']}>It has none: the shipped engine's own are used.</p>
      )}
      {value?.map(({ name, arguments: parameters, body, problems }) => (
        <details key={`${name}(${parameters})`}>
          <summary>
            <code>{name}</code>{' '}
            <span className={styles['soft']}>
              {problems.length === 0 ? 'is run in the sandbox only' : `is not used: ${problems.join(' ')}`}
            </span>
          </summary>
          <CodeBlock name={`Body of ${name}`} text={body} />
        </details>
      ))}
    </div>
  );
}
