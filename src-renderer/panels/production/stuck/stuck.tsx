/** What will never go on by itself, by the way it is stuck. */
import { CircleCheck, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { askMoreStuck, askStuck, stuck } from '../../../production/look.ts';
import { MOST_ROWS } from '../../../store/production/merge-rows.ts';
import { openConnection, useProduction } from '../../../store/production/production.ts';
import type { StuckPage } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import parts from '../parts/parts.module.css';
import { stuckTitle } from '../parts/stuck-words.ts';
import { shortKey, TaskLink } from '../parts/task-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { StuckGroup } from './group-stuck.ts';
import { groupStuck } from './group-stuck.ts';
import styles from './stuck.module.css';
import { StuckItem } from './stuck-item.tsx';

export function Stuck() {
  const connection = useProduction(openConnection);
  const { value, isBusy, failure } = stuck.use();
  const groups = useMemo(() => groupStuck(value?.steps ?? []), [value]);
  useEffect(() => {
    if (connection !== null && !stuck.has('all')) void askStuck();
    return () => stuck.leave();
  }, [connection]);
  return (
    <div className={parts['page']} aria-busy={isBusy}>
      <div className={parts['bar']}>
        <Button icon={RefreshCw} disabled={isBusy || connection === null} onClick={() => void askStuck()}>
          Refresh
        </Button>
        <output className={parts['words']}>{isBusy ? 'Reading…' : reachWords(value)}</output>
        {value !== null && value.next !== null && value.steps.length < MOST_ROWS && (
          <Button disabled={isBusy || connection === null} onClick={() => void askMoreStuck()}>
            Look further
          </Button>
        )}
      </div>
      <div className={parts['scroll']}>
        <TroubleNote trouble={failure} onAgain={() => void askStuck()} />
        {value !== null && groups.length === 0 && (
          <EmptyState icon={CircleCheck} title="Nothing is stuck" text="As far as was looked." />
        )}
        {groups.map((group) => (
          <Group key={group.kind} group={group} />
        ))}
      </div>
    </div>
  );
}

function reachWords(page: StuckPage | null): string {
  if (page === null) return '';
  const found = page.steps.length.toLocaleString('en');
  const looked = page.looked.toLocaleString('en');
  return page.next === null
    ? `${found} found among all ${looked} open tasks.`
    : `${found} found among the oldest ${looked} open tasks.`;
}

const MOST_AT_FIRST = 50;

function Group({ group: { kind, steps } }: { readonly group: StuckGroup }) {
  const [most, setMost] = useState(MOST_AT_FIRST);
  return (
    <section className={styles['group']} aria-label={stuckTitle(kind)}>
      <h3>
        {stuckTitle(kind)} <span>{steps.length.toLocaleString('en')}</span>
      </h3>
      <ul>
        {steps.slice(0, most).map((each) => (
          <li key={`${each.task} ${each.step ?? ''}`}>
            <TaskLink task={each.task}>{`${each.name} ${shortKey(each.task)}`}</TaskLink>
            <small>{each.namespace}</small>
            <StuckItem stuck={each} isInGroup />
          </li>
        ))}
      </ul>
      {steps.length > most && (
        <Button onClick={() => setMost(most * 4)}>
          {`${(steps.length - most).toLocaleString('en')} more`}
        </Button>
      )}
    </section>
  );
}
