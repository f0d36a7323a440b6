/** The selected step: its name and state above, then what it is, why it waits, what went in and out. */
import type { StepNode, TemplateView } from '../../../../src-engine/api/contract/template-schemas.ts';
import { useDocument } from '../../../store/document.ts';
import { setPreferences, usePreferences } from '../../../store/preferences.ts';
import { useRun } from '../../../store/run/run.ts';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { Tabs } from '../../../ui/controls/tabs.tsx';
import { FaultsTab } from '../faults/faults-tab.tsx';
import { useNewId } from '../form/step/rename-step.ts';
import { shownState } from './conditions.ts';
import { DataTab } from './data-tab.tsx';
import { ReadinessTab } from './readiness-tab.tsx';
import { StepTab } from './step-tab.tsx';
import styles from './step.module.css';

export function StepDetails({ id: selected }: { readonly id: string }) {
  const renamed = useNewId(selected);
  const node = useDocument(({ view }) => stepOf(view, selected) ?? stepOf(view, renamed));
  const id = node?.id ?? selected;
  const chosen = usePreferences((state) => state.detailsTab);
  const name = node?.name ?? id;
  return (
    <div className={styles['step']}>
      <Header name={name} />
      <div className={styles['tabs']}>
        <Tabs
          label="Step details"
          chosen={chosen}
          onChoose={(detailsTab) => setPreferences({ detailsTab })}
          tabs={[
            { id: 'step', title: 'Step', content: <StepTab id={id} node={node} /> },
            { id: 'faults', title: 'Faults', content: <FaultsTab name={name} /> },
            { id: 'readiness', title: 'Readiness', content: <ReadinessTab name={name} /> },
            { id: 'data', title: 'Data', content: <DataTab name={name} /> },
          ]}
        />
      </div>
    </div>
  );
}

function stepOf({ steps }: TemplateView, id: string): StepNode | undefined {
  return steps.find((step) => step.id === id);
}

function Header({ name }: { readonly name: string }) {
  const fold = useRun((state) => state.steps.get(name));
  const hasRun = useRun((state) => state.view !== null);
  const state = useRun(({ readiness, now }) =>
    shownState(fold?.state ?? 'pending', readiness.get(name), now),
  );
  return (
    <header className={styles['header']}>
      <h2 className={styles['name']} title={name}>
        {name}
      </h2>
      {hasRun && (
        <p className={styles['state']}>
          <StateMark state={state} />
          {fold !== undefined && fold.attempt > 0 && (
            <span className={styles['attempt']}>
              attempt {fold.attempt}
              {fold.retryLimit !== null && ` of ${fold.retryLimit}`}
            </span>
          )}
        </p>
      )}
    </header>
  );
}
