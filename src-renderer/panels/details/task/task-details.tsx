/** The task of the run; before there is one, the template it would be made from. */
import type { RunView } from '../../../../src-engine/api/contract/run-schemas.ts';
import { useDocument } from '../../../store/document.ts';
import { copiedTask } from '../../../store/run/copied-task.ts';
import { isInThePast, useRun } from '../../../store/run/run.ts';
import { Remedies } from './remedies.tsx';
import { Tabs } from '../../../ui/controls/tabs.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { timeSince, timesSince, wholeTime } from '../../../ui/data/virtual-time.ts';
import { Block, Facts } from '../facts.tsx';
import { CountsBar } from './counts-bar.tsx';
import { outcomeInWords } from './outcome.ts';
import styles from './task.module.css';
import { useTaskTab } from './task-tab.ts';
import { TemplateSummary } from './template-summary.tsx';
import { ContextTab, TemplateTab } from './template-tabs.tsx';

export function TaskDetails() {
  const view = useRun((state) => state.view);
  const isOpen = useDocument((state) => state.isOpen);
  return (
    <div className={styles['task']}>
      {view === null ? <TemplateHeading /> : <RunHeading view={view} />}
      <div className={styles['tabs']}>{isOpen ? <TaskTabs /> : <Overview />}</div>
    </div>
  );
}

function TaskTabs() {
  const chosen = useTaskTab((state) => state.tab);
  return (
    <Tabs
      label="Template details"
      chosen={chosen}
      onChoose={(tab) => useTaskTab.setState({ tab })}
      tabs={[
        { id: 'overview', title: 'Overview', content: <Overview /> },
        { id: 'template', title: 'Template', content: <TemplateTab /> },
        { id: 'context', title: 'Context', content: <ContextTab /> },
      ]}
    />
  );
}

function Overview() {
  const view = useRun((state) => state.view);
  return (
    <div className={styles['content']}>
      {view !== null && <RunState view={view} />}
      <TemplateSummary />
      {view !== null && <RunFacts view={view} />}
    </div>
  );
}

function TemplateHeading() {
  const { name, namespace, version } = useDocument((state) => state.view);
  const file = useDocument((state) => state.name);
  const environment = useDocument((state) => state.environment);
  return <Heading name={name ?? file} parts={[namespace, version, environment]} />;
}

function RunHeading({ view }: { readonly view: RunView }) {
  const { name, namespace, version } = view.template;
  const copied = copiedTask(view);
  return (
    <Heading
      name={name}
      parts={[namespace, version, view.environment]}
      note={
        copied === null
          ? null
          : `Copy of task ${copied.task} as it was in production at ${wholeTime(copied.at)}`
      }
    />
  );
}

interface HeadingProps {
  readonly name: string;
  readonly note?: string | null;
  readonly parts: readonly (string | null | undefined)[];
}

function Heading({ name, parts, note = null }: HeadingProps) {
  return (
    <header className={styles['header']}>
      <h2 title={name}>{name}</h2>
      <p>{parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')}</p>
      {note !== null && <p className={styles['note']}>{note}</p>}
    </header>
  );
}

function RunState({ view }: { readonly view: RunView }) {
  const task = useRun((state) => state.task);
  const isPast = useRun(isInThePast);
  const ending = isPast ? null : outcomeInWords(view);
  return (
    <Block title="Task">
      {task !== null && (
        <>
          <p className={styles['words']}>
            <StateMark state={task.state} /> <span>The task {timesSince(view.startedAt, task.words)}.</span>
          </p>
          <CountsBar task={task} />
          <Remedies remedies={task.remedies} />
        </>
      )}
      {ending !== null && (
        <p className={styles['ending']}>
          <strong>{ending}</strong>
        </p>
      )}
      {!isPast && view.reasons.length > 0 && (
        <ul className={styles['reasons']}>
          {view.reasons.map((reason) => (
            <li key={reason}>{timesSince(view.startedAt, reason)}</li>
          ))}
        </ul>
      )}
      {view.error !== null && <p className={styles['error']}>{view.error}</p>}
    </Block>
  );
}

function RunFacts({ view }: { readonly view: RunView }) {
  const shown = useRun((state) => state.shown);
  const now = useRun((state) => state.now);
  return (
    <Block title="Run">
      <Facts
        facts={[
          { name: 'Scenario', value: view.scenario ?? 'none: every step succeeds' },
          { name: 'Profile', value: view.profile },
          { name: 'Seed', value: view.seed },
          { name: 'Started', value: wholeTime(view.startedAt) },
          { name: 'Virtual time', value: timeSince(view.startedAt, now) },
          { name: 'Events', value: shown.toLocaleString('en') },
        ]}
      />
    </Block>
  );
}
