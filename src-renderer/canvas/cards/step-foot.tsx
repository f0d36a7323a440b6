/** The last line of a card: what the step is doing, and how often it tried. */
import { countdown } from '../../graph/countdown.ts';
import type { GraphStep } from '../../graph/graph-model.ts';
import { useRun } from '../../store/run/run.ts';
import { stateLook } from '../../ui/state/step-state.ts';
import styles from './step-card.module.css';
import type { StepLook } from './step-look.ts';
import { attemptWords } from './step-words.ts';

export interface StepFootProps {
  readonly step: GraphStep;
  readonly look: StepLook;
}

export function StepFoot({ step, look }: StepFootProps) {
  const { state, attempt, limit, retryAt } = look;
  if (state === null) return <div className={styles['foot']}>{plan(step, limit)}</div>;
  const words = attemptWords(attempt, limit);
  return (
    <div className={styles['foot']}>
      <span className={styles['state']}>{stateLook(state).word}</span>
      {retryAt !== null && <Countdown until={retryAt} />}
      {attempt > 0 && (
        <span className={styles['attempt']} title={words}>
          {/* Beside a countdown there is no room for the word. */}
          {retryAt === null ? words : words.replace('attempt ', '')}
        </span>
      )}
    </div>
  );
}

/** The only part of a card that follows the clock. */
function Countdown({ until }: { readonly until: number }) {
  const left = useRun(({ now }) => countdown(until - Date.parse(now)));
  return <span className={styles['countdown']}>{left}</span>;
}

/** Before a run: what the template allows. */
function plan({ retryable }: GraphStep, limit: number | null): string {
  if (retryable === false) return 'not retryable';
  if (limit === null) return 'attempts by default';
  return limit === 1 ? 'one attempt' : `up to ${limit} attempts`;
}
