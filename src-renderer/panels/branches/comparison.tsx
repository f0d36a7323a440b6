/** Two runs side by side: where they part, what it teaches, and how each step went. */
import { Scale } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Comparison as Compared } from '../../../src-engine/api/contract/lab-schemas.ts';
import { engine } from '../../api/engine.ts';
import { showRunOf } from '../../run/fork-run.ts';
import { useBranches } from '../../store/run/branches.ts';
import { goToEvent, useRun } from '../../store/run/run.ts';
import { selectStep } from '../../store/selection.ts';
import { Button } from '../../ui/controls/button.tsx';
import { shortDuration } from '../../ui/data/virtual-time.ts';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { StateMark } from '../../ui/state/state-mark.tsx';
import styles from './branches.module.css';
import type { TreeRow } from './run-tree.ts';

export function Comparison({ rows }: { readonly rows: readonly TreeRow[] }) {
  const { left, right } = useBranches();
  const compared = useComparison(left, right, rows);
  if (left === null || right === null || compared === null) {
    return (
      <EmptyState
        icon={Scale}
        title="Choose two runs to compare"
        text="L and R beside a run put it on the left and on the right."
      />
    );
  }
  const nameOf = (run: string): string => rows.find(({ view }) => view.run === run)?.name ?? run;
  return (
    <section className={styles['comparison']} aria-label="Comparison">
      {compared.lesson !== null && <p className={styles['lesson']}>{compared.lesson}</p>}
      <ul className={styles['sentences']}>
        {compared.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles['tools']}>
        <GoTo run={left} name={nameOf(left)} seq={compared.common + 1} />
        <GoTo run={right} name={nameOf(right)} seq={compared.common + 1} />
      </div>
      <table className={styles['steps']}>
        <thead>
          <tr>
            <th>Step</th>
            <th>{nameOf(left)}</th>
            <th>{nameOf(right)}</th>
          </tr>
        </thead>
        <tbody>
          {compared.steps.map(({ step, isSame, ...sides }) => (
            <tr key={step} data-same={isSame}>
              <td>
                <button type="button" className={styles['step']} onClick={() => selectStep(step, 'details')}>
                  {step}
                </button>
              </td>
              <Side side={sides.left} />
              <Side side={sides.right} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Side({ side }: { readonly side: Compared['steps'][number]['left'] }) {
  if (side === null) return <td>–</td>;
  const { state, attempts, endedAtMs } = side;
  return (
    <td>
      <StateMark state={state} size={13} />
      {attempts > 0 && ` ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`}
      {endedAtMs !== null && `, ${shortDuration(endedAtMs)}`}
    </td>
  );
}

/** Shows the run at the first event that the other has not. */
function GoTo({ run, name, seq }: { readonly run: string; readonly name: string; readonly seq: number }) {
  const go = async (): Promise<void> => {
    if (useRun.getState().view?.run !== run) await showRunOf(run);
    const stop = useRun.subscribe(({ count }) => count >= seq && arrive());
    const arrive = (): void => {
      stop();
      goToEvent(seq);
    };
    if (useRun.getState().count >= seq) arrive();
  };
  return <Button onClick={() => void go()}>{`Show ${name} where they part`}</Button>;
}

/** Asked for again when one of them has gone on. */
function useComparison(left: string | null, right: string | null, rows: readonly TreeRow[]): Compared | null {
  const [compared, setCompared] = useState<Compared | null>(null);
  const lengths = rows
    .filter(({ view }) => view.run === left || view.run === right)
    .map(({ view }) => `${view.run} ${view.events} ${view.status}`)
    .join(' ');
  useEffect(() => {
    if (left === null || right === null || lengths === '') return undefined;
    let isWanted = true;
    void engine()
      .then((client) => client.runs.compare({ left, right }))
      .then((answer) => isWanted && setCompared(answer))
      .catch(() => isWanted && setCompared(null));
    return () => {
      isWanted = false;
    };
  }, [left, right, lengths]);
  return compared;
}
