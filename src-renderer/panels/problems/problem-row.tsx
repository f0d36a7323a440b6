/** One problem: what is wrong, how to mend it, where. A button, with copying beside it. */
import { Copy } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { IconButton } from '../../ui/controls/button.tsx';
import { copyText } from '../../ui/data/copy-text.ts';
import type { ListedProblem } from './problem-list.ts';
import { problemText } from './problem-list.ts';
import { goToProblem } from './problem-walk.ts';
import styles from './problems.module.css';
import { SEVERITY_LOOKS } from './severity.ts';

export interface ProblemRowProps {
  readonly listed: ListedProblem;
  readonly index: number;
  readonly isCurrent: boolean;
  /** The one row of the list that Tab leads to. */
  readonly isTabStop: boolean;
  readonly length: number;
  /** Brings another row into sight and the focus on it. */
  readonly onWalk: (list: Element | null, to: number) => void;
}

export const ProblemRow = memo(function ProblemRow(props: ProblemRowProps) {
  const { listed, index, isCurrent, isTabStop, length, onWalk } = props;
  const { problem, step } = listed;
  const { one, icon: Icon, colour } = SEVERITY_LOOKS[problem.severity];
  return (
    <div className={`${styles['row']} ${isCurrent ? styles['current'] : ''}`}>
      <button
        type="button"
        className={styles['problem']}
        data-index={index}
        aria-current={isCurrent}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => goToProblem(listed, index)}
        onKeyDown={(press) => walk(press, index, length, onWalk)}
      >
        <Icon size={15} style={{ color: `var(${colour})` }} aria-label={one} />
        <span className={styles['words']}>
          <span className={styles['message']}>{problem.message}</span>
          {problem.hint !== '' && <span className={styles['hint']}>{problem.hint}</span>}
        </span>
        <span className={styles['step']} title={step?.name}>
          {step?.name}
        </span>
        <code className={styles['code']}>{problem.code}</code>
        <span className={styles['place']}>
          {problem.line}:{problem.column}
        </span>
      </button>
      <span className={styles['copy']}>
        <IconButton
          icon={Copy}
          label="Copy this problem"
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => void copyText(problemText(listed), 'Problem')}
        />
      </span>
    </div>
  );
});

/** Up, down, to the first and to the last. */
function walk(
  press: KeyboardEvent<HTMLElement>,
  at: number,
  length: number,
  onWalk: ProblemRowProps['onWalk'],
): void {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[press.key];
  if (to === undefined || to < 0 || to >= length) return;
  press.preventDefault();
  onWalk(press.currentTarget.closest('ul'), to);
}
