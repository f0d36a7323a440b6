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
      <EmptyState
        icon={isBroken ? TriangleAlert : Network}
        title={isBroken ? 'The text cannot be read yet' : 'This template has no steps yet'}
        text={
          isBroken
            ? 'As soon as it can be, its steps appear here.'
            : 'Steps are listed under step_templates in the text. Each appears here as soon as it has a name.'
        }
      >
        <Button onClick={() => runCommand(isBroken ? 'go.nextProblem' : 'go.text')}>
          {isBroken ? 'Show why' : 'Go to the text'}
        </Button>
      </EmptyState>
    </div>
  );
}
