/** What is seen of a production database, in the centre of the window: its views as tabs, and beside them the task that is open. */
import type { Layout } from 'react-resizable-panels';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { showProduction, useProduction } from '../../store/production/production.ts';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { Opening } from './connect/opening.tsx';
import styles from './production.module.css';
import { Drift } from './drift/drift.tsx';
import { Overview } from './overview/overview.tsx';
import { Stuck } from './stuck/stuck.tsx';
import { Task } from './task/task.tsx';
import { Tasks } from './tasks/tasks.tsx';

export function Production() {
  const phase = useProduction((state) => state.phase);
  const task = useProduction((state) => state.task);
  if (phase.kind === 'none') return null;
  if (phase.kind !== 'open' && phase.kind !== 'lost') return <Opening phase={phase} />;
  const width = usePreferences.getState().panes['production']?.['production-task'] ?? 42;
  return (
    <Group
      className={styles['panes']}
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && remember(layout)}
    >
      <Panel id="production-views" minSize="30">
        <main aria-label="Production" className={styles['pane']}>
          <Views />
        </main>
      </Panel>
      {task !== null && (
        <>
          <Separator className={styles['separator']} />
          <Panel id="production-task" minSize="25" defaultSize={String(width)}>
            <section aria-label="Task in production" className={styles['pane']}>
              <Task key={task} task={task} />
            </section>
          </Panel>
        </>
      )}
    </Group>
  );
}

function remember(layout: Layout): void {
  if (layout['production-task'] === undefined) return;
  const { panes } = usePreferences.getState();
  setPreferences({ panes: { ...panes, production: { ...layout } } });
}

function Views() {
  const view = useProduction((state) => state.view);
  return (
    <Tabs
      label="Production"
      chosen={view}
      onChoose={(chosen) => showProduction({ view: chosen })}
      tabs={[
        { id: 'overview', title: 'Overview', content: <Overview /> },
        { id: 'tasks', title: 'Tasks', content: <Tasks /> },
        { id: 'stuck', title: 'Stuck', content: <Stuck /> },
        { id: 'drift', title: 'Drift', content: <Drift /> },
      ]}
    />
  );
}
