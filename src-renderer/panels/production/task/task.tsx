/** One task of production: how it stands, what happened, what holds it up, and the way to bring it home. */
import { House, RefreshCw, Workflow, X } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { runCommand } from '../../../commands/registry.ts';
import { bringHome, home } from '../../../production/bring-home.ts';
import { askTask, taskDetail } from '../../../production/look.ts';
import { openConnection, showTask, useProduction } from '../../../store/production/production.ts';
import type { BringHome, TaskDetail } from '../../../store/production/types.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { JsonTree } from '../../../ui/data/json-tree.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import { Block, Facts, Nothing } from '../../details/facts.tsx';
import { ActionList } from '../parts/action-list.tsx';
import parts from '../parts/parts.module.css';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { When } from '../parts/when.tsx';
import { StuckItem } from '../stuck/stuck-item.tsx';
import { stepWords } from '../tasks/step-counts.ts';
import { BringHomeDialog } from './bring-home-dialog.tsx';
import { sizeWords } from './size-words.ts';
import { Steps } from './steps.tsx';
import styles from './task.module.css';
import { TaskEvents } from './task-events.tsx';

export function Task({ task }: { readonly task: string }) {
  const connection = useProduction(openConnection);
  const isBringingHome = useProduction((state) => state.isBringingHome);
  const { value, of, isBusy, failure } = taskDetail.use();
  useEffect(() => {
    if (connection !== null && !taskDetail.has(task)) void askTask(task);
    return () => taskDetail.leave();
  }, [connection, task]);
  const { isBusy: isShowing, failure: homeFailure } = home.use();
  const again = (): void => void askTask(task);
  const detail = of === task ? value : null;
  const show = (): void => {
    if (detail !== null) void bringHome(detail.row, asItIs(task));
  };
  return (
    <div className={parts['page']} aria-busy={isBusy}>
      <header className={parts['bar']}>
        <h3 className={styles['title']}>{detail?.row.name ?? `Task ${task}`}</h3>
        <span className={parts['gap']} />
        <Button
          icon={Workflow}
          title={detail?.template === null ? 'These rows make no workflow: the notes say why' : undefined}
          disabled={detail === null || detail.template === null || connection === null || isShowing}
          onClick={show}
        >
          On the canvas
        </Button>
        <Button
          look="primary"
          icon={House}
          disabled={detail === null || connection === null}
          onClick={() => runCommand('production.bringHome')}
        >
          Bring it home…
        </Button>
        <IconButton
          icon={RefreshCw}
          label="Read the task again"
          disabled={isBusy || connection === null}
          onClick={again}
        />
        <IconButton icon={X} label="Close the task" onClick={() => showTask(null)} />
      </header>
      <div className={parts['scroll']}>
        <TroubleNote trouble={failure} onAgain={again} />
        {!isBringingHome && <TroubleNote trouble={homeFailure} onAgain={show} />}
        {detail === null && isBusy && <Nothing>Reading…</Nothing>}
        {detail !== null && <Found detail={detail} />}
      </div>
      {isBringingHome && detail !== null && <BringHomeDialog detail={detail} />}
    </div>
  );
}

/** To be looked at: with its past on canvas and timeline, judged as where it runs. Nothing is hidden that is not shown here already. */
function asItIs(task: string): BringHome {
  return { task, profile: 'rails-1.0', mask: [], inProgress: 'goes_on', functions: 'profile' };
}

function Found({ detail }: { readonly detail: TaskDetail }) {
  const { row, at, stuck, actions, notes, steps, judgedBy, events } = detail;
  return (
    <>
      <Facts
        facts={[
          { name: 'Task', value: <code>{row.task}</code> },
          { name: 'State', value: <StateMark state={row.state} /> },
          { name: 'Namespace', value: row.namespace },
          { name: 'Version', value: row.version },
          { name: 'Steps', value: stepWords(row.steps) },
          { name: 'Created', value: <When at={row.createdAt} /> },
          { name: 'Changed', value: <When at={row.changedAt} /> },
          { name: 'Read', value: <When at={at} /> },
        ]}
      />
      <Notes notes={notes} />
      {stuck.length > 0 && (
        <Block title="Why it does not go on">
          {stuck.map((each) => (
            <StuckItem key={`${each.kind} ${each.step ?? ''}`} stuck={each} />
          ))}
        </Block>
      )}
      {actions.length > 0 && (
        <Block title="For the whole task">
          <ActionList actions={actions} />
        </Block>
      )}
      <Block title="Steps">
        <Steps steps={steps} />
        <p className={parts['words']}>Readiness as judged by {judgedBy}.</p>
      </Block>
      <Block title="Events">
        <TaskEvents events={events} />
      </Block>
      <Block title="Context">
        <Context detail={detail} />
      </Block>
    </>
  );
}

function Notes({ notes }: Pick<TaskDetail, 'notes'>): ReactNode {
  if (notes.length === 0) return null;
  return (
    <ul className={styles['notes']} aria-label="To know">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Context({ detail: { context, contextSize } }: { readonly detail: TaskDetail }): ReactNode {
  if (context === null && contextSize > 0)
    return <Nothing>It has {sizeWords(contextSize)}, too much to be read here.</Nothing>;
  return context === null ? <Nothing>None.</Nothing> : <JsonTree label="Context" value={context} />;
}
