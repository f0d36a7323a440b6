/** The tasks of each namespace by state; a name leads to them. */
import { changeTaskFilter } from '../../../production/list-tasks.ts';
import { NO_FILTER } from '../../../store/production/filter.ts';
import { showProduction } from '../../../store/production/production.ts';
import type { Overview } from '../../../store/production/types.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import parts from '../parts/parts.module.css';
import styles from './overview.module.css';

export function Namespaces({ namespaces }: Pick<Overview, 'namespaces'>) {
  return (
    <table className={parts['table']}>
      <thead>
        <tr>
          <th>Namespace</th>
          <th className={parts['number']}>Tasks</th>
          <th>By state</th>
        </tr>
      </thead>
      <tbody>
        {namespaces.map(({ namespace, tasks, states }) => (
          <tr key={namespace}>
            <td>
              <button type="button" className={parts['link']} onClick={() => show(namespace)}>
                {namespace}
              </button>
            </td>
            <td className={parts['number']}>{tasks.toLocaleString('en')}</td>
            <td>
              <span className={styles['states']}>
                {states.map(({ state, count }) => (
                  <span key={state} className={styles['counted']}>
                    {count.toLocaleString('en')} <StateMark state={state} size={13} />
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function show(namespace: string): void {
  changeTaskFilter({ ...NO_FILTER, namespace });
  showProduction({ view: 'tasks' });
}
