/** The line at the bottom: engine, profile, run, problems. */
import { CircleX, Database, TriangleAlert } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { useConnection } from '../../store/connection.ts';
import { useDocument } from '../../store/document.ts';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { outcomeWords } from '../run/outcome-words.ts';
import styles from './status-bar.module.css';

const ENGINE_WORDS = {
  connecting: 'Engine: starting…',
  ready: 'Engine: ready',
  lost: 'Engine: reconnecting…',
  down: 'Engine: not available',
} as const;

export function StatusBar() {
  return (
    <footer className={styles['bar']}>
      <EngineStatus />
      <RunStatus />
      <span className={styles['gap']} />
      <ProblemCount />
    </footer>
  );
}

function EngineStatus() {
  const state = useConnection((connection) => connection.state.kind);
  const database = useConnection((connection) => connection.database);
  return (
    <span className={`${styles['item']} ${styles[state]}`} title={database ?? undefined}>
      <Database size={13} aria-hidden />
      {ENGINE_WORDS[state]}
      {state === 'ready' && database !== null && <span className={styles['soft']}>{database}</span>}
    </span>
  );
}

function RunStatus() {
  const view = useRun((state) => state.view);
  const underWay = useRun(isUnderWay);
  const isLost = useRun((state) => state.isLost);
  if (view === null) return null;
  const words = isLost ? 'run lost' : underWay ? view.status : outcomeWords(view);
  return (
    <>
      <span className={styles['item']}>Profile: {view.profile}</span>
      <span className={styles['item']}>Seed: {view.seed}</span>
      {view.environment !== null && <span className={styles['item']}>Environment: {view.environment}</span>}
      <span className={styles['item']}>
        Run: {words} · {view.events.toLocaleString('en')} events
      </span>
    </>
  );
}

function ProblemCount() {
  const problems = useDocument((state) => state.view.problems);
  const isOpen = useDocument((state) => state.isOpen);
  if (!isOpen) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return (
    <button type="button" className={styles['button']} onClick={() => runCommand('go.problems')}>
      <CircleX size={13} aria-hidden /> {errors}
      <span className="unseen"> errors, </span>
      <TriangleAlert size={13} aria-hidden /> {warnings}
      <span className="unseen"> warnings: show the problems</span>
    </button>
  );
}
