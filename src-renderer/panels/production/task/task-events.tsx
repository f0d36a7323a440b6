/** What happened to a task, as far as its rows tell it. Long ones are shown from the end, and further back when asked for. */
import { useState } from 'react';
import type { ProductionEvent } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { JsonTree } from '../../../ui/data/json-tree.tsx';
import { wholeTime } from '../../../ui/data/virtual-time.ts';
import { Nothing } from '../../details/facts.tsx';
import parts from '../parts/parts.module.css';
import styles from './task.module.css';

const MOST_AT_FIRST = 100;

export function TaskEvents({ events }: { readonly events: readonly ProductionEvent[] }) {
  const [most, setMost] = useState(MOST_AT_FIRST);
  if (events.length === 0) return <Nothing>Nothing yet.</Nothing>;
  const earlier = Math.max(0, events.length - most);
  return (
    <>
      <p className={parts['words']}>
        Rebuilt from the transitions: production keeps no events. Times are UTC.
      </p>
      {earlier > 0 && (
        <Button onClick={() => setMost(most * 5)}>{`${earlier.toLocaleString('en')} earlier ones`}</Button>
      )}
      <ol className={styles['events']} start={earlier + 1}>
        {events.slice(earlier).map((event, index) => (
          <li key={`${event.at} ${event.name} ${earlier + index}`}>
            <details>
              <summary>
                <time dateTime={event.at} title={wholeTime(event.at)}>
                  {withoutYear(event.at)}
                </time>{' '}
                <strong>{event.name}</strong> {stepOf(event)}
              </summary>
              <JsonTree label={`Payload of ${event.name}`} value={event.payload} />
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Events of a task are seldom a year apart. */
function withoutYear(at: string): string {
  return wholeTime(at).replace(/^\d{4}-(.*) UTC$/, '$1');
}

function stepOf({ payload }: ProductionEvent): string {
  const name = payload['step_name'];
  return typeof name === 'string' ? name : '';
}
