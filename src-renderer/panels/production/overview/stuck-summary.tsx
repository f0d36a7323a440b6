/** How much will never go on by itself, and what has waited longest. */
import { showProduction } from '../../../store/production/production.ts';
import type { Overview } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { stuckTitle } from '../parts/stuck-words.ts';
import { TaskLink } from '../parts/task-link.tsx';
import { HowLong } from '../parts/when.tsx';
import styles from './overview.module.css';

export function StuckSummary({ stuck: { kinds, isAll, oldest } }: Pick<Overview, 'stuck'>) {
  const reach = isAll ? 'Looked at all open tasks.' : 'Looked at the oldest open tasks only.';
  if (kinds.length === 0) return <p className={styles['note']}>Nothing is stuck. {reach}</p>;
  return (
    <>
      <ul className={styles['tiles']}>
        {kinds.map(({ kind, count }) => (
          <li key={kind}>
            <button
              type="button"
              className={styles['tile']}
              onClick={() => showProduction({ view: 'stuck' })}
            >
              <strong>{count.toLocaleString('en')}</strong>
              <span>{stuckTitle(kind)}</span>
            </button>
          </li>
        ))}
      </ul>
      {oldest !== null && (
        <p className={styles['note']}>
          The oldest: <TaskLink task={oldest.task}>{oldest.stepName ?? oldest.name}</TaskLink>, for{' '}
          <HowLong since={oldest.since} />. {oldest.words}
        </p>
      )}
      <p className={styles['note']}>
        {reach} <Button onClick={() => showProduction({ view: 'stuck' })}>Show what is stuck</Button>
      </p>
    </>
  );
}
