/** What lies over the graph: work under way, a text that cannot be read, nothing to show. */
import { LayoutGrid, Network, TriangleAlert } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { EMPTY_VIEW, useDocument } from '../../store/document.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { layOutAgain, stopWaiting } from '../shown/follow-document.ts';
import { useGraph } from '../shown/graph-store.ts';
import styles from './over.module.css';

/** One note at a time: the one that explains most of what is seen. */
export function CanvasNotes() {
  const isStale = useGraph((state) => state.isStale);
  const working = useGraph((state) => state.working);
  const isSimple = useGraph((state) => state.shown?.isSimple ?? false);
  const isEmpty = useGraph(({ shown }) => shown === null || shown.model.ids.length === 0);
  if (working !== null) return <WorkingNote steps={working} />;
  if (isStale) return <StaleNote />;
  if (isEmpty) return <NoSteps />;
  return isSimple ? <SimpleNote /> : null;
}

function StaleNote() {
  return (
    <div className={`${styles['note']} ${styles['late']}`} role="status">
      <TriangleAlert size={15} aria-hidden />
      <span>The text cannot be read just now. This is the last graph that could be.</span>
      <Button look="quiet" onClick={() => runCommand('go.nextProblem')}>
        Show why
      </Button>
    </div>
  );
}

function WorkingNote({ steps }: { readonly steps: number }) {
  return (
    <div className={`${styles['note']} ${styles['late']}`} role="status">
      <span className={styles['spinner']} aria-hidden />
      <span>Laying out {steps.toLocaleString('en')} steps…</span>
      <Button look="quiet" onClick={stopWaiting}>
        Simple layout now
      </Button>
    </div>
  );
}

function SimpleNote() {
  return (
    <div className={styles['note']} role="status">
      <LayoutGrid size={15} aria-hidden />
      <span>Simple layout: a row for each level.</span>
      <Button look="quiet" onClick={layOutAgain}>
        Lay out in full
      </Button>
    </div>
  );
}

function NoSteps() {
  const isRead = useDocument(({ isOpen, view }) => isOpen && view !== EMPTY_VIEW);
  const isBroken = useDocument(({ view }) => view.isBroken);
  if (!isRead) return null;
  return (
    <div className={styles['empty']}>
      {isBroken ? (
        <EmptyState
          icon={TriangleAlert}
          title="The text cannot be read yet"
          text="As soon as it can be, its steps appear here."
        >
          <Button onClick={() => runCommand('go.nextProblem')}>Show why</Button>
        </EmptyState>
      ) : (
        <EmptyState
          icon={Network}
          title="This template has no steps yet"
          text="Double-click here, press A, or drag one from the left. In the text they are listed under step_templates."
        >
          <Button onClick={() => runCommand('step.addRoot')}>Add the first step</Button>
        </EmptyState>
      )}
    </div>
  );
}
