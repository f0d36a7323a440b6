/** One event as a row of the list. Draws itself again only when something about it changed. */
import { memo } from 'react';
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import { stepOf } from '../../../store/run/step-fold.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { wholeTime } from '../../../ui/data/virtual-time.ts';
import { FamilySign } from '../family-sign.tsx';
import { attemptOf, isFailure, messageOf, moveOf, timesOf } from '../log/event-facts.ts';
import { familyOf } from '../log/family.ts';
import styles from './event-list.module.css';

export interface EventRowProps {
  readonly event: LoggedEvent;
  /** The one before it in the log, shown or not. */
  readonly before: LoggedEvent | undefined;
  readonly startedAt: string;
  /** From the top, in pixels. */
  readonly top: number;
  /** 1-based among all rows, the heading included. */
  readonly rowIndex: number;
  readonly isActive: boolean;
  /** It is about the selected step. */
  readonly isRelated: boolean;
  /** Where it lies, seen from the moment that is looked at. */
  readonly when: 'before' | 'moment' | 'later';
}

export const rowId = (seq: number): string => `event-${seq}`;

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, before, startedAt, top, rowIndex, isActive, isRelated, when } = props;
  const { since, delta } = timesOf(event, before, startedAt);
  const message = messageOf(event);
  return (
    <tr
      id={rowId(event.seq)}
      data-seq={event.seq}
      aria-rowindex={rowIndex}
      aria-selected={isActive}
      aria-current={when === 'moment' ? 'step' : undefined}
      data-when={when}
      className={`${styles['row']} ${isActive ? styles['active'] : ''} ${isRelated ? styles['related'] : ''}`}
      style={{ top }}
    >
      <td className={styles['number']}>{event.seq}</td>
      <td className={styles['number']} title={wholeTime(event.at)}>
        {since}
      </td>
      <td className={styles['delta']}>{delta}</td>
      <td className={styles['event']}>
        <FamilySign family={familyOf(event.name)} />
        <span className={styles['name']}>{event.name}</span>
        <MoveSign event={event} />
      </td>
      <td className={styles['step']}>{stepOf(event) ?? ''}</td>
      <td className={styles['number']}>{attemptOf(event) ?? ''}</td>
      <td className={isFailure(event) ? styles['failure'] : styles['message']} title={message}>
        {message}
      </td>
    </tr>
  );
});

function MoveSign({ event }: { readonly event: LoggedEvent }) {
  const move = moveOf(event);
  if (move === null) return null;
  return (
    <span
      className={`${styles['move']} ${move.isPlanned ? styles['planned'] : ''}`}
      title={move.isPlanned ? 'Announced, not done yet' : undefined}
    >
      <span className={styles['from']}>{`${move.from.replaceAll('_', ' ')} →`}</span>
      <StateMark state={move.to} size={12} />
    </span>
  );
}
