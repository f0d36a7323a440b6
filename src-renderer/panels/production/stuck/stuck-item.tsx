/** Something that will never go on by itself: since when, why, and what an operator can do. */
import type { StuckStep } from '../../../store/production/types.ts';
import { ActionList } from '../parts/action-list.tsx';
import { stuckTitle } from '../parts/stuck-words.ts';
import { HowLong } from '../parts/when.tsx';
import styles from './stuck.module.css';

export interface StuckItemProps {
  readonly stuck: StuckStep;
  /** The kind is told by the heading above it. */
  readonly isInGroup?: boolean;
}

export function StuckItem({ stuck, isInGroup = false }: StuckItemProps) {
  const { kind, stepName, since, words, actions } = stuck;
  return (
    <div className={styles['item']}>
      <p className={styles['words']}>
        <strong>{[isInGroup ? '' : stuckTitle(kind), stepName ?? ''].filter(Boolean).join(': ')}</strong> for{' '}
        <HowLong since={since} />. {words}
      </p>
      {actions.length > 0 && (
        <details>
          <summary>
            {actions.length === 1 ? 'What can be done' : `What can be done: ${actions.length} ways`}
          </summary>
          <ActionList actions={actions} />
        </details>
      )}
    </div>
  );
}
