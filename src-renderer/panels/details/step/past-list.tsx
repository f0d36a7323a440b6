/** The past of a step: its attempts as the log tells them, its transitions as their rows stand. */
import type { StepReadiness } from '../../../../src-engine/api/contract/run-schemas.ts';
import { useRun } from '../../../store/run/run.ts';
import { selectEvent } from '../../../store/selection.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { msBetween, shortDuration, timeSince, wholeTime } from '../../../ui/data/virtual-time.ts';
import { Nothing } from '../facts.tsx';
import type { Attempt } from './step-history.ts';
import styles from './step.module.css';

/** The newest; a step that is tried for ever would fill the page. */
const MOST = 100;

export interface AttemptListProps {
  readonly step: string;
  readonly attempts: readonly Attempt[];
}

export function AttemptList({ step, attempts }: AttemptListProps) {
  if (attempts.length === 0) return <Nothing>None so far.</Nothing>;
  return (
    <ol className={styles['past']}>
      {attempts.slice(-MOST).map((attempt) => (
        <li key={attempt.seq}>
          <OneAttempt step={step} {...attempt} />
        </li>
      ))}
    </ol>
  );
}

function OneAttempt({
  step,
  number,
  startedAt,
  endedAt,
  end,
  message,
  seq,
}: Attempt & { readonly step: string }) {
  const start = useRun((state) => state.view?.startedAt ?? '');
  const at = startedAt ?? endedAt ?? '';
  const took = startedAt === null || endedAt === null ? null : msBetween(startedAt, endedAt);
  return (
    <button
      type="button"
      className={styles['moment']}
      title={`Show event ${seq}`}
      onClick={() => selectEvent(seq, step, 'details')}
    >
      <span className={styles['which']}>{number ?? '–'}</span>
      <span className={styles['time']}>{timeSince(start, at)}</span>
      <StateMark state={end ?? 'in_progress'} size={13} />
      {took !== null && <span className={styles['took']}>{shortDuration(took)}</span>}
      {message !== null && <span className={styles['message']}>{message}</span>}
    </button>
  );
}

export function TransitionList({ transitions }: Pick<StepReadiness, 'transitions'>) {
  const start = useRun((state) => state.view?.startedAt ?? '');
  if (transitions.length === 0) return <Nothing>None: without one, a step is pending.</Nothing>;
  return (
    <ol className={styles['past']}>
      {transitions.slice(-MOST).map(({ to, at }, index) => (
        <li key={`${index} ${at}`} className={styles['moment']}>
          <span className={styles['time']} title={wholeTime(at)}>
            {timeSince(start, at)}
          </span>
          <StateMark state={to} size={13} />
        </li>
      ))}
    </ol>
  );
}
