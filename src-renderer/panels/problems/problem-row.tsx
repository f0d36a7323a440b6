/** One problem: what is wrong, how to mend it, where. A button, with copying beside it. */
import { CircleQuestionMark, Copy, Wrench } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { IconButton } from '../../ui/controls/button.tsx';
import { Menu } from '../../ui/menus/menu.tsx';
import type { Problem } from '../../../src-engine/template/problem.ts';
import { applyFix } from '../../template/apply-fix.ts';
import { copyText } from '../../ui/data/copy-text.ts';
import type { ListedProblem } from './problem-list.ts';
import { problemText } from './problem-list.ts';
import { goToProblem } from './problem-walk.ts';
import { explainRule } from './rule-dialog.tsx';
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
        <FixButton problem={problem} isTabStop={isTabStop} />
        <IconButton
          icon={CircleQuestionMark}
          label="Why is this a problem?"
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => explainRule(problem.code)}
        />
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

interface FixButtonProps {
  readonly problem: Problem;
  readonly isTabStop: boolean;
}

/** One fix is a button; several are a menu. */
function FixButton({ problem: { fixes = [] }, isTabStop }: FixButtonProps) {
  const [only] = fixes;
  if (only === undefined) return null;
  if (fixes.length === 1)
    return (
      <IconButton
        icon={Wrench}
        label={only.title}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => void applyFix(only)}
      />
    );
  return (
    <Menu
      trigger={<IconButton icon={Wrench} label="Mend it…" tabIndex={isTabStop ? 0 : -1} />}
      items={fixes.map((fix) => ({ id: fix.title, title: fix.title, onSelect: () => void applyFix(fix) }))}
    />
  );
}

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
