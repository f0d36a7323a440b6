/** What lies over the graph: work under way, a text that cannot be read, nothing to show. */
import { Network, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { useDocument } from '../../store/document.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../canvas.module.css';
import { stopWaiting } from '../shown/follow-document.ts';
import { useGraph } from '../shown/graph-store.ts';

export function CanvasNotes() {
  const { shown, isStale, isWorking } = useGraph();
  const isEmpty = useDocument(({ view, isOpen }) => isOpen && view.steps.length === 0);
  return (
    <>
      {isStale && <StaleNote />}
      {isWorking && <WorkingNote />}
      {isEmpty && !isStale && !isWorking && (shown === null || shown.model.ids.length === 0) && <NoSteps />}
    </>
  );
}

function StaleNote() {
  return (
    <div className={styles['note']} role="status">
      <TriangleAlert size={15} aria-hidden />
      <span>The text cannot be read just now. This is the last graph that could be.</span>
      <Button look="quiet" onClick={() => runCommand('go.nextProblem')}>
        Show why
      </Button>
    </div>
  );
}

/** Not worth a word when it is done before one could read it. */
const SHOWN_AFTER_MS = 250;

function WorkingNote() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div className={styles['note']} role="status">
      <span className={styles['spinner']} aria-hidden />
      <span>Laying out the graph…</span>
      <Button look="quiet" onClick={stopWaiting}>
        Simple layout now
      </Button>
    </div>
  );
}

function NoSteps() {
  const hasText = useDocument(({ text }) => text.trim() !== '');
  const problems = useDocument(({ view }) => view.problems.length);
  if (hasText && problems === 0) return null;
  return (
    <div className={styles['empty']}>
      <EmptyState
        icon={Network}
        title="No steps yet"
        text="Steps are listed under step_templates in the text. Each appears here as soon as it has a name."
      >
        <Button onClick={() => runCommand('go.text')}>Go to the text</Button>
      </EmptyState>
    </div>
  );
}
