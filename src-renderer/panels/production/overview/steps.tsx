/** What went wrong among the steps, and which of them take long. */
import type { Overview } from '../../../store/production/types.ts';
import { shortDuration } from '../../../ui/data/virtual-time.ts';
import type { Fact } from '../../details/facts.tsx';
import { Facts } from '../../details/facts.tsx';
import parts from '../parts/parts.module.css';
import { TaskLink } from '../parts/task-link.tsx';
import styles from './overview.module.css';
import { share } from './overview-words.ts';

export function StepFacts({ steps }: Pick<Overview, 'steps'>) {
  const of = (part: number): string =>
    `${part.toLocaleString('en')} of ${steps.steps.toLocaleString('en')} (${share(part, steps.steps)})`;
  const facts: readonly Fact[] = [
    { name: 'In error now', value: of(steps.failed) },
    { name: 'Tried again', value: of(steps.retried) },
    { name: 'Further attempts', value: steps.retries.toLocaleString('en') },
  ];
  return (
    <>
      <Facts facts={facts} />
      <p className={styles['note']}>Of the steps of the newest {steps.tasks.toLocaleString('en')} tasks.</p>
    </>
  );
}

export function SlowSteps({ slowSteps }: Pick<Overview, 'slowSteps'>) {
  if (slowSteps.length === 0) return <p className={styles['note']}>No step was completed in these tasks.</p>;
  return (
    <table className={parts['table']}>
      <thead>
        <tr>
          <th>Step</th>
          <th>Task</th>
          <th className={parts['number']}>Runs</th>
          <th className={parts['number']}>Median</th>
          <th className={parts['number']}>95 % within</th>
          <th className={parts['number']}>Longest</th>
          <th>Slowest</th>
        </tr>
      </thead>
      <tbody>
        {slowSteps.map(({ step, name, version, runs, medianMs, p95Ms, maxMs, slowestTask }) => (
          <tr key={`${name} ${version} ${step} ${slowestTask}`}>
            <td>{step}</td>
            <td>
              {name} <span className={parts['words']}>{version}</span>
            </td>
            <td className={parts['number']}>{runs.toLocaleString('en')}</td>
            <td className={parts['number']}>{shortDuration(medianMs)}</td>
            <td className={parts['number']}>{shortDuration(p95Ms)}</td>
            <td className={parts['number']}>{shortDuration(maxMs)}</td>
            <td>
              <TaskLink task={slowestTask} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
