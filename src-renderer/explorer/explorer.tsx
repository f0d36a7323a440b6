/** The left side: the steps of the open template, the templates of the open folder, and the examples. */
import { runCommand } from '../commands/registry.ts';
import { useDocument } from '../store/document.ts';
import { EmptyState } from '../ui/state/empty-state.tsx';
import { ListTree } from 'lucide-react';
import { Button } from '../ui/controls/button.tsx';
import { ConnectionList } from './connection-list.tsx';
import { ExampleList } from './example-list.tsx';
import styles from './explorer.module.css';
import { Outline } from './outline.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { Section } from './section.tsx';
import { WorkspaceList } from './workspace-list.tsx';

export function Explorer() {
  const isOpen = useDocument((state) => state.isOpen);
  return (
    <nav className={styles['explorer']} aria-label="Explorer">
      {isOpen ? (
        <>
          <Section title="Steps" isOpenAtFirst>
            <Outline />
          </Section>
          <Section title="Scenarios" isOpenAtFirst>
            <ScenarioList />
          </Section>
        </>
      ) : (
        <div className={styles['nothing']}>
          <EmptyState
            icon={ListTree}
            title="No template is open"
            text="Its steps and scenarios are listed here."
          >
            <Button onClick={() => runCommand('file.open')}>Open…</Button>
          </EmptyState>
        </div>
      )}
      <Section title="Workspace" isOpenAtFirst>
        <WorkspaceList />
      </Section>
      <Section title="Connections" isOpenAtFirst>
        <ConnectionList />
      </Section>
      <Section title="Examples" isOpenAtFirst={!isOpen}>
        <ExampleList />
      </Section>
    </nav>
  );
}
