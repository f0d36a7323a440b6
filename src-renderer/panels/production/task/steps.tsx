/** The steps of a task: how each stands, why it does not begin, and what it returned. */
import type { ProductionStep } from '../../../store/production/types.ts';
import { JsonTree } from '../../../ui/data/json-tree.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { Nothing } from '../../details/facts.tsx';
import parts from '../parts/parts.module.css';
import { When } from '../parts/when.tsx';
import { sizeWords } from './size-words.ts';
import styles from './task.module.css';

export function Steps({ steps }: { readonly steps: readonly ProductionStep[] }) {
  if (steps.length === 0) return <Nothing>It has no steps.</Nothing>;
  return (
    <table className={parts['table']}>
      <thead>
        <tr>
          <th>Step</th>
          <th>State</th>
          <th>Attempts</th>
          <th>Readiness</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Row key={step.step} step={step} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ step }: { readonly step: ProductionStep }) {
  const { name, state, attempts, limit, retryable, words, nextRetryAt, parents } = step;
  return (
    <tr>
      <td>
        <strong>{name}</strong>
        {parents.length > 0 && <span className={styles['soft']}>after {parents.join(', ')}</span>}
      </td>
      <td>
        <StateMark state={state} size={14} />
      </td>
      <td>
        {attempts} of {limit}
        {!retryable && <span className={styles['soft']}>not retryable</span>}
      </td>
      <td>
        {words}
        {nextRetryAt !== null && (
          <span className={styles['soft']}>
            next attempt: <When at={nextRetryAt} />
          </span>
        )}
        <Results step={step} />
      </td>
    </tr>
  );
}

function Results({ step: { results, resultsSize, name } }: { readonly step: ProductionStep }) {
  if (results === null && resultsSize === 0) return null;
  if (results === null)
    return (
      <span className={styles['soft']}>Results of {sizeWords(resultsSize)} were left where they are.</span>
    );
  return (
    <details className={styles['results']}>
      <summary>Results, {sizeWords(resultsSize)}</summary>
      <JsonTree label={`Results of ${name}`} value={results} />
    </details>
  );
}
