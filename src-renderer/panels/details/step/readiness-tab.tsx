/** Why the step is not running: the sentence, the time it may run at, and the columns behind it, as SQL has them. */
import { Check, CircleDashed, Minus, X } from 'lucide-react';
import type { StepReadiness } from '../../../../src-engine/api/contract/run-schemas.ts';
import { useRun } from '../../../store/run/run.ts';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import { Keys } from '../../../ui/controls/keys.tsx';
import { shortDuration, timeSince, timesSince, wholeTime } from '../../../ui/data/virtual-time.ts';
import { Block } from '../facts.tsx';
import type { Condition } from './conditions.ts';
import { conditionRows, isOpenState, msLeft } from './conditions.ts';
import styles from './step.module.css';

export function ReadinessTab({ name }: { readonly name: string }) {
  const row = useRun((state) => state.readiness.get(name));
  const hasRun = useRun((state) => state.view !== null);
  const startedAt = useRun((state) => state.view?.startedAt ?? '');
  if (row === undefined)
    return hasRun ? (
      <EmptyState
        icon={CircleDashed}
        title="Not known yet"
        text="The run has not told of this step so far."
      />
    ) : (
      <EmptyState
        icon={CircleDashed}
        title="No run yet"
        text={
          <>
            Press Run <Keys keys="F5" /> and read here why the step is, or is not, running.
          </>
        }
      />
    );
  return (
    <div className={styles['content']}>
      <Block title={questionOf(row)}>
        <p className={styles['words']}>
          <strong>{name}</strong> {timesSince(startedAt, row.words)}.
        </p>
        <Wait row={row} />
      </Block>
      <Block title="As SQL sees it">
        <Conditions row={row} />
        <AsOf />
      </Block>
    </div>
  );
}

function questionOf({ current_state: state, ready_for_execution: isReady }: StepReadiness): string {
  return isOpenState(state) && !isReady ? 'Why is it not running?' : 'Where does it stand?';
}

function Wait({ row }: { readonly row: StepReadiness }) {
  const startedAt = useRun((state) => state.view?.startedAt ?? '');
  const left = useRun((state) => msLeft(row, state.now));
  if (row.next_retry_at === null || !isOpenState(row.current_state)) return null;
  return (
    <p className={styles['wait']} title={wholeTime(row.next_retry_at)}>
      {left > 0 ? 'Can run at the earliest at' : 'Could run since'}{' '}
      <b>{timeSince(startedAt, row.next_retry_at)}</b>
      {left > 0 && <span className={styles['left']}>in {shortDuration(left)}</span>}
    </p>
  );
}

function Conditions({ row }: { readonly row: StepReadiness }) {
  const now = useRun((state) => state.now);
  const verdict: Condition = {
    column: 'ready_for_execution',
    label: 'Ready',
    value: row.ready_for_execution ? 'yes' : 'no',
    holds: row.ready_for_execution,
  };
  return (
    <table className={styles['conditions']}>
      <thead className={styles['unseen']}>
        <tr>
          <th>Holds</th>
          <th>Condition</th>
          <th>Value</th>
        </tr>
      </thead>
      <tbody>
        <ConditionRow {...verdict} isVerdict isOpen={isOpenState(row.current_state)} />
        {row.blocking_reason !== null && (
          <tr>
            <td className={styles['neutral']}>
              <Minus size={14} aria-label="says why" />
            </td>
            <td>
              Blocking reason<code>blocking_reason</code>
            </td>
            <td>{row.blocking_reason.replaceAll('_', ' ')}</td>
          </tr>
        )}
        {conditionRows(row, now).map((condition) => (
          <ConditionRow key={condition.column} {...condition} isOpen={isOpenState(row.current_state)} />
        ))}
      </tbody>
    </table>
  );
}

interface ConditionRowProps extends Condition {
  readonly isVerdict?: boolean;
  /** A step that is over is in nobody's way: its crosses are no alarm. */
  readonly isOpen: boolean;
}

function ConditionRow({ column, label, value, holds, isVerdict = false, isOpen }: ConditionRowProps) {
  const Icon = holds === null ? Minus : holds ? Check : X;
  const look = holds === null || (!holds && !isOpen) ? 'neutral' : holds ? 'good' : 'bad';
  return (
    <tr className={isVerdict ? styles['verdict'] : ''}>
      <td className={styles[look]}>
        <Icon size={14} aria-label={holds === null ? 'does not matter' : holds ? 'holds' : 'does not hold'} />
      </td>
      <td>
        {label}
        <code>{column}</code>
      </td>
      <td>{value}</td>
    </tr>
  );
}

/** The rows are asked for while the run goes on, and may be a little behind it. */
function AsOf() {
  const seq = useRun((state) => state.readinessSeq);
  const isBehind = useRun((state) => state.readinessSeq !== state.shown);
  return isBehind ? <p className={styles['note']}>As of event #{seq.toLocaleString('en')}.</p> : null;
}
