/** A step as a card. Reads only its own step, so that a change of one draws one. */
import type { NodeProps } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { memo } from 'react';
import { useStoreWithEqualityFn } from 'zustand/traditional';
import { countdown } from '../../graph/countdown.ts';
import type { GraphStep } from '../../graph/graph-model.ts';
import { useRun } from '../../store/run/run.ts';
import { stateLook } from '../../ui/step-state.ts';
import { useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';
import type { StepCardNode } from './card-nodes.ts';
import styles from './step-card.module.css';
import type { StepLook } from './step-look.ts';
import { sameLook, stepLook } from './step-look.ts';

export const StepCard = memo(function StepCard({ id }: NodeProps<StepCardNode>) {
  const step = useGraph((state) => state.shown?.model.steps.get(id));
  const isSelected = useSelection((state) => state.step === id);
  if (step === undefined) return null;
  return <Card step={step} isSelected={isSelected} />;
});

interface CardProps {
  readonly step: GraphStep;
  readonly isSelected: boolean;
}

function Card({ step, isSelected }: CardProps) {
  const look = useStoreWithEqualityFn(useRun, (run) => stepLook(run, step), sameLook);
  const { icon: Icon, colour } = stateLook(look.state ?? 'pending');
  return (
    <div
      id={cardId(step.id)}
      className={`${styles['card']} ${isSelected ? styles['selected'] : ''} ${step.isCritical ? styles['critical'] : ''}`}
      style={stateColour(look.state === null ? '--line-strong' : colour)}
      data-state={look.state ?? 'none'}
      role="img"
      aria-label={inWords(step, look)}
    >
      <div className={styles['head']}>
        {look.state !== null && <Icon className={styles['icon']} size={16} aria-hidden />}
        <span className={styles['name']} title={step.name}>
          {step.name}
        </span>
        {step.severity !== null && (
          <span className={`${styles['problems']} ${styles[step.severity]}`}>{step.problems}</span>
        )}
      </div>
      <div className={styles['handler']} title={step.handlerClass}>
        {step.handlerClass ?? 'no handler class yet'}
      </div>
      <div className={styles['foot']}>
        <Foot look={look} isRetryable={step.retryable !== false} />
      </div>
    </div>
  );
}

function Foot({ look, isRetryable }: { readonly look: StepLook; readonly isRetryable: boolean }) {
  const { state, attempt, limit, retryAt } = look;
  if (state === null) {
    return (
      <span>
        {isRetryable ? `up to ${limit ?? '?'} ${limit === 1 ? 'attempt' : 'attempts'}` : 'not retryable'}
      </span>
    );
  }
  return (
    <>
      <span className={styles['state']}>{stateLook(state).word}</span>
      {retryAt !== null && <Countdown until={retryAt} />}
      {attempt > 0 && (
        <span className={styles['attempt']}>
          attempt {attempt} of {limit ?? '?'}
        </span>
      )}
    </>
  );
}

/** The only part that follows the clock. */
function Countdown({ until }: { readonly until: number }) {
  const left = useRun(({ view }) => countdown(until - Date.parse(view?.now ?? '')));
  return <span className={styles['countdown']}>{left}</span>;
}

/** React's types know no properties of our own. */
function stateColour(name: string): CSSProperties {
  const style: Record<string, string> = { '--state': `var(${name})` };
  return style;
}

export function cardId(id: string): string {
  return `card ${id}`;
}

function inWords({ name, problems }: GraphStep, { state, attempt, limit }: StepLook): string {
  const parts = [name];
  if (state !== null) parts.push(stateLook(state).word);
  if (attempt > 0) parts.push(`attempt ${attempt} of ${limit ?? 'unknown'}`);
  if (problems > 0) parts.push(`${problems} ${problems === 1 ? 'problem' : 'problems'}`);
  return parts.join(', ');
}
