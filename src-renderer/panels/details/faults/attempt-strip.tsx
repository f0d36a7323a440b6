/** The attempts of a step in their order, one chip each, and the chip for all later ones. */
import { Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Attempt } from '../../../../src-engine/simulate/scenario.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { Menu } from '../../../ui/menus/menu.tsx';
import type { OutcomeKind } from './attempt-kinds.ts';
import { ATTEMPT_LOOKS, attemptWords, OUTCOMES, shortAttempt } from './attempt-kinds.ts';
import styles from './faults.module.css';

export interface AttemptStripProps {
  readonly attempts: readonly Attempt[];
  readonly then: Attempt | undefined;
  /** How many attempts the shown run has made; 0 without a run. */
  readonly made: number;
  /** Index of the open one; `then` for the later ones; null for none. */
  readonly open: number | 'then' | null;
  readonly onOpen: (which: number | 'then' | null) => void;
  readonly onChange: (attempts: readonly Attempt[]) => void;
}

export function AttemptStrip({ attempts, then, made, open, onOpen, onChange }: AttemptStripProps) {
  const add = (kind: OutcomeKind): void => {
    onChange([...attempts, ATTEMPT_LOOKS[kind].first]);
    onOpen(attempts.length);
  };
  const onKeyDown = (index: number) => (press: KeyboardEvent) => {
    const way = press.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[press.key] : undefined;
    if (press.key === 'Delete') onChange(attempts.filter((_, other) => other !== index));
    else if (way !== undefined) onChange(moved(attempts, index, way));
    else return;
    press.preventDefault();
    press.stopPropagation();
  };
  return (
    <div className={styles['strip']} role="group" aria-label="Attempts">
      {attempts.map((attempt, index) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- an attempt is its place
          key={index}
          type="button"
          className={styles['chip']}
          data-look={ATTEMPT_LOOKS[attempt.outcome].look}
          data-made={index < made}
          aria-expanded={open === index}
          aria-label={`Attempt ${index + 1} ${attemptWords(attempt)}${index < made ? ', made in this run' : ''}`}
          title={`Attempt ${index + 1}: ${attemptWords(attempt)}. Alt+← and Alt+→ move it, Delete removes it.`}
          onClick={() => onOpen(open === index ? null : index)}
          onKeyDown={onKeyDown(index)}
        >
          <span className={styles['number']}>{index + 1}</span>
          {shortAttempt(attempt)}
        </button>
      ))}
      <button
        type="button"
        className={styles['chip']}
        data-look={ATTEMPT_LOOKS[then?.outcome ?? 'success'].look}
        aria-expanded={open === 'then'}
        aria-label={`Every attempt then: ${attemptWords(then ?? { outcome: 'success' })}`}
        onClick={() => onOpen(open === 'then' ? null : 'then')}
      >
        <span className={styles['number']}>then</span>
        {shortAttempt(then ?? { outcome: 'success' })}
      </button>
      <Menu
        trigger={<IconButton icon={Plus} label="Add an attempt" />}
        items={OUTCOMES.map((kind) => ({
          id: kind,
          title: `${ATTEMPT_LOOKS[kind].sign}  ${ATTEMPT_LOOKS[kind].word}`,
          onSelect: () => add(kind),
        }))}
      />
    </div>
  );
}

function moved(attempts: readonly Attempt[], index: number, way: number): readonly Attempt[] {
  const [one, other] = [attempts[index], attempts[index + way]];
  if (one === undefined || other === undefined) return attempts;
  return attempts.map((each, place) => (place === index ? other : place === index + way ? one : each));
}
