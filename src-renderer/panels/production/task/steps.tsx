/** The steps of a task: how each stands, why it does not begin, and what it returned. */
import type { ProductionStep } from '../../../store/production/types.ts';
import { JsonTree } from '../../../ui/data/json-tree.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { Nothing } from '../../details/facts.tsx';
import { useNow, When } from '../parts/when.tsx';
import { sizeWords } from './size-words.ts';
import styles from './task.module.css';

export function Steps({ steps }: { readonly steps: readonly ProductionStep[] }) {
  if (steps.length === 0) return <Nothing>It has no steps.</Nothing>;
  return (
    <ul className={styles['steps']} aria-label="Steps of the task">
      {steps.map((step) => (
        <Row key={step.step} step={step} />
      ))}
    </ul>
  );
}

function Row({ step }: { readonly step: ProductionStep }) {
  const { name, state, attempts, limit, retryable, words, parents } = step;
  return (
    <li>
      <p className={styles['step']}>
        <strong>{name}</strong>
        <StateMark state={state} size={14} />
        <span className={styles['soft']}>
          {attempts} of {limit} attempts{!retryable && ', not retryable'}
        </span>
      </p>
      <p>
        {capital(words)}.
        <NextAttempt step={step} />
        {parents.length > 0 && <span className={styles['soft']}> After {parents.join(', ')}.</span>}
      </p>
      <Results step={step} />
    </li>
  );
}

/** What lies in the past is no plan any more, and what will not be tried again has none. */
function NextAttempt({ step }: { readonly step: ProductionStep }) {
  const { nextRetryAt, retryable, attempts, limit } = step;
  const nowMs = useNow();
  if (nextRetryAt === null || !retryable || attempts >= limit || Date.parse(nextRetryAt) <= nowMs)
    return null;
  return (
    <span className={styles['soft']}>
      {' '}
      Next attempt <When at={nextRetryAt} />.
    </span>
  );
}

function Results({ step: { results, resultsSize, name } }: { readonly step: ProductionStep }) {
  if (isEmpty(results) && resultsSize <= EMPTY_SIZE) return null;
  if (results === null) {
    return <p className={styles['soft']}>Results of {sizeWords(resultsSize)} were left where they are.</p>;
  }
  return (
    <details className={styles['results']}>
      <summary>Results, {sizeWords(resultsSize)}</summary>
      <JsonTree label={`Results of ${name}`} value={results} />
    </details>
  );
}

/** `{}`, which every step has before it returned anything. */
const EMPTY_SIZE = 2;

function isEmpty(results: ProductionStep['results']): boolean {
  return results === null || (typeof results === 'object' && Object.keys(results).length === 0);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
