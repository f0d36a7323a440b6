/** How many tasks stand in each state; a tile leads to them. */
import { changeTaskFilter } from '../../../production/list-tasks.ts';
import { NO_FILTER } from '../../../store/production/filter.ts';
import { showProduction } from '../../../store/production/production.ts';
import type { Overview } from '../../../store/production/types.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import styles from './overview.module.css';

export function Tiles({ states }: Pick<Overview, 'states'>) {
  if (states.length === 0) return <p className={styles['note']}>There are no tasks.</p>;
  return (
    <ul className={styles['tiles']}>
      {states.map(({ state, count }) => (
        <li key={state}>
          <button type="button" className={styles['tile']} onClick={() => show(state)}>
            <strong>{count.toLocaleString('en')}</strong>
            <StateMark state={state} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function show(state: string): void {
  changeTaskFilter({ ...NO_FILTER, states: [state] });
  showProduction({ view: 'tasks' });
}
