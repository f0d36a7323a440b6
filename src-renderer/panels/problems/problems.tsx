/** What is wrong with the template: worst first, each a click away from the place where it is mended. */
import { CircleCheckBig, Copy, FileText, ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import type { Severity } from '../../../src-engine/template/problem.ts';
import { useDocument } from '../../store/document.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { copyText } from '../../ui/data/copy-text.ts';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import type { ListedProblem } from './problem-list.ts';
import { countProblems, listProblems, problemText, SEVERITIES } from './problem-list.ts';
import { ProblemRows } from './problem-rows.tsx';
import { showAllSeverities, toggleSeverity, useProblemView } from './problem-walk.ts';
import { RuleDialog } from './rule-dialog.tsx';
import styles from './problems.module.css';
import { countInWords, SEVERITY_LOOKS } from './severity.ts';

export function Problems() {
  const isOpen = useDocument((state) => state.isOpen);
  const { problems, steps } = useDocument((state) => state.view);
  const hidden = useProblemView((state) => state.hidden);
  const list = useMemo(() => listProblems(problems, steps, hidden), [problems, steps, hidden]);
  return (
    <section id="problems" className={styles['problems']} aria-label="Problems" tabIndex={-1}>
      {problems.length > 0 && <Bar list={list} />}
      <Content isOpen={isOpen} count={problems.length} list={list} />
      <RuleDialog />
    </section>
  );
}

interface ContentProps {
  readonly isOpen: boolean;
  /** Of all problems, those that are not listed included. */
  readonly count: number;
  readonly list: readonly ListedProblem[];
}

function Content({ isOpen, count, list }: ContentProps) {
  if (!isOpen)
    return (
      <EmptyState
        icon={FileText}
        title="No template is open"
        text="Its problems are listed here as you type."
      />
    );
  if (count === 0)
    return (
      <EmptyState
        icon={CircleCheckBig}
        title="No problems"
        text="The template is valid and every hint is taken."
      />
    );
  if (list.length === 0)
    return (
      <EmptyState icon={ListFilter} title="All problems are hidden">
        <Button onClick={showAllSeverities}>Show all</Button>
      </EmptyState>
    );
  return <ProblemRows list={list} />;
}

function Bar({ list }: { readonly list: readonly ListedProblem[] }) {
  const problems = useDocument((state) => state.view.problems);
  const hidden = useProblemView((state) => state.hidden);
  const counts = countProblems(problems);
  const copyAll = (): void =>
    void copyText(
      list.map(problemText).join('\n'),
      list.length === 1 ? '1 problem' : `${list.length} problems`,
    );
  return (
    <div className={styles['bar']}>
      <fieldset className={styles['chips']} aria-label="Severities shown">
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <Chip key={severity} severity={severity} count={counts[severity]} isShown={!hidden.has(severity)} />
        ))}
      </fieldset>
      <span className={styles['end']}>
        <IconButton icon={Copy} label="Copy the problems shown" onClick={copyAll} />
      </span>
    </div>
  );
}

interface ChipProps {
  readonly severity: Severity;
  readonly count: number;
  readonly isShown: boolean;
}

function Chip({ severity, count, isShown }: ChipProps) {
  const { icon: Icon, colour } = SEVERITY_LOOKS[severity];
  return (
    <button
      type="button"
      className={styles['chip']}
      aria-pressed={isShown}
      onClick={() => toggleSeverity(severity)}
    >
      <Icon size={13} aria-hidden style={{ color: `var(${colour})` }} />
      {countInWords(severity, count)}
    </button>
  );
}
