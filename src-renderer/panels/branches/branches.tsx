/** The run, its forks and what was put beside it, as a tree; two of them compared. */
import { GitFork, Scale, Trash2 } from 'lucide-react';
import type { RunView } from '../../../src-engine/api/contract/run-schemas.ts';
import { engine } from '../../api/engine.ts';
import { runCommand } from '../../commands/registry.ts';
import { attempt } from '../../run/run-actions.ts';
import { showRunOf } from '../../run/fork-run.ts';
import { outcomeWords } from '../../shell/run/outcome-words.ts';
import { useBranches } from '../../store/run/branches.ts';
import { showRun, useRun } from '../../store/run/run.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { timeSince } from '../../ui/data/virtual-time.ts';
import styles from './branches.module.css';
import { Comparison } from './comparison.tsx';
import type { TreeRow } from './run-tree.ts';
import { treeRows } from './run-tree.ts';
import { useRuns } from './use-runs.ts';

export function Branches() {
  const runs = useRuns();
  const hasRun = useRun((state) => state.view !== null);
  if (!hasRun) {
    return (
      <EmptyState
        icon={GitFork}
        title="No run yet"
        text="Run a scenario, stop anywhere, and go on another way: every way is kept here and can be compared."
      />
    );
  }
  const rows = treeRows(runs);
  return (
    <section className={styles['branches']} data-scope="branches" aria-label="Branches">
      <div className={styles['side']}>
        <div className={styles['tools']}>
          <Button icon={GitFork} onClick={() => runCommand('run.fork')}>
            Fork here
          </Button>
          <Button icon={Scale} onClick={() => runCommand('run.otherProfile')}>
            Other profile
          </Button>
        </div>
        <ul className={styles['tree']} aria-label="Runs">
          {rows.map((row) => (
            <li key={row.view.run}>
              <Row {...row} />
            </li>
          ))}
        </ul>
      </div>
      <Comparison rows={rows} />
    </section>
  );
}

function Row({ view, depth, name }: TreeRow) {
  const isShown = useRun((state) => state.view?.run === view.run);
  const { left, right } = useBranches();
  return (
    <div className={styles['row']} style={{ paddingLeft: 8 + depth * 18 }} data-shown={isShown}>
      <button
        type="button"
        className={styles['name']}
        aria-current={isShown}
        title={view.changes.join(' ')}
        onClick={() => void showRunOf(view.run)}
      >
        <span className={styles['title']}>
          {name}
          {isShown && <span className={styles['shown']}> shown</span>}
        </span>
        <span className={styles['detail']}>{detailOf(view)}</span>
        {view.changes.map((change) => (
          <span key={change} className={styles['change']}>
            {change}
          </span>
        ))}
      </button>
      <Side side="left" isChosen={left === view.run} view={view} name={name} />
      <Side side="right" isChosen={right === view.run} view={view} name={name} />
      {view.parent !== null && (
        <IconButton icon={Trash2} label={`Forget ${name}`} onClick={() => void drop(view)} />
      )}
    </div>
  );
}

function detailOf(view: RunView): string {
  const from = view.forkedAfter > 0 ? `from event ${view.forkedAfter} · ` : '';
  const words = outcomeWords(view);
  return `${from}${words} · ${view.events.toLocaleString('en')} events · ${timeSince(view.startedAt, view.now)}`;
}

interface SideProps {
  readonly side: 'left' | 'right';
  readonly isChosen: boolean;
  readonly view: RunView;
  readonly name: string;
}

function Side({ side, isChosen, view, name }: SideProps) {
  return (
    <button
      type="button"
      className={styles['side-choice']}
      aria-pressed={isChosen}
      aria-label={`Compare ${name} on the ${side}`}
      onClick={() => useBranches.setState({ [side]: isChosen ? null : view.run })}
    >
      {side === 'left' ? 'L' : 'R'}
    </button>
  );
}

async function drop(view: RunView): Promise<void> {
  const answer = await attempt(async () => (await engine()).runs.drop({ run: view.run }));
  if (answer === null) return;
  const { left, right } = useBranches.getState();
  useBranches.setState({ left: left === view.run ? null : left, right: right === view.run ? null : right });
  const all = (await attempt(async () => (await engine()).runs.list())) ?? [];
  const shown = useRun.getState().view?.run;
  if (all.some(({ run }) => run === shown))
    useRun.setState(({ view: now }) => ({ view: now === null ? null : { ...now } }));
  else showRun(all.find(({ run }) => run === view.parent) ?? all[0] ?? null);
}
