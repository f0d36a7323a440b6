/** What may set the task going again, each to be tried in a fork: what comes of it is seen, not promised. */
import { FlaskConical } from 'lucide-react';
import type { TaskView } from '../../../../src-engine/api/contract/run-schemas.ts';
import { forkHere } from '../../../run/fork-run.ts';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './task.module.css';

export function Remedies({ remedies }: Pick<TaskView, 'remedies'>) {
  if (remedies.length === 0) return null;
  return (
    <section aria-label="What may help">
      <h4 className={styles['subtitle']}>What may help</h4>
      <ul className={styles['remedies']}>
        {remedies.map(({ title, reason, actions }) => (
          <li key={title}>
            <span>
              <strong>{title}</strong>
              <span className={styles['reason']}>{reason}</span>
            </span>
            <Button
              icon={FlaskConical}
              aria-label={`Try it: ${title}`}
              onClick={() => void forkHere({ actions })}
            >
              Try it
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
