/** Steps to go to, each with its state when there is a run. */
import { useState } from 'react';
import type { StepNode } from '../../../../src-engine/api/contract/template-schemas.ts';
import { useRun } from '../../../store/run/run.ts';
import { selectStep } from '../../../store/selection.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { Nothing } from '../facts.tsx';
import styles from './step.module.css';

export interface StepLinksProps {
  readonly steps: readonly StepNode[];
  /** Said when there are none. */
  readonly none: string;
}

/** A step can have thousands of parents; the first ones say enough until somebody wants all. */
const SOME = 40;

export function StepLinks({ steps, none }: StepLinksProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (steps.length === 0) return <Nothing>{none}</Nothing>;
  const shown = isWhole ? steps : steps.slice(0, SOME);
  return (
    <ul className={styles['links']}>
      {shown.map(({ id, name }) => (
        <li key={id}>
          <StepLink id={id} name={name} />
        </li>
      ))}
      {shown.length < steps.length && (
        <li>
          <Button look="quiet" className={styles['small'] ?? ''} onClick={() => setIsWhole(true)}>
            {`Show all ${steps.length.toLocaleString('en')}`}
          </Button>
        </li>
      )}
    </ul>
  );
}

function StepLink({ id, name }: Pick<StepNode, 'id' | 'name'>) {
  const state = useRun((run) => (run.view === null ? null : (run.steps.get(name)?.state ?? 'pending')));
  return (
    <button type="button" className={styles['link']} onClick={() => selectStep(id, 'details')}>
      {state !== null && <StateMark state={state} size={13} isIconOnly />}
      <span>{name}</span>
    </button>
  );
}
