/** What is selected: a step whole, or, while none is, the task and its template. */
import { MousePointerClick } from 'lucide-react';
import { useDocument } from '../../store/document.ts';
import { useRun } from '../../store/run/run.ts';
import { useSelection } from '../../store/selection.ts';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import styles from './details.module.css';
import { useOpenedAs } from './form/step/rename-step.ts';
import { StepDetails } from './step/step-details.tsx';
import { TaskDetails } from './task/task-details.tsx';

export function Details() {
  const isOpen = useDocument((state) => state.isOpen);
  const hasRun = useRun((state) => state.view !== null);
  const step = useSelection((state) => state.step);
  // A renamed step is shown by the same form: whoever typed the name goes on typing.
  const openedAs = useOpenedAs(step);
  return (
    <section id="details" className={styles['details']} aria-label="Details" tabIndex={-1}>
      {!isOpen && !hasRun ? (
        <EmptyState
          icon={MousePointerClick}
          title="Nothing to show yet"
          text="Open a template; select a step to see what it does and why it waits."
        />
      ) : step === null ? (
        <TaskDetails />
      ) : (
        <StepDetails key={openedAs} id={step} />
      )}
    </section>
  );
}
