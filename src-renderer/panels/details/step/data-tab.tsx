/** What went into the step and what came out of it, attempt by attempt. */
import { Braces, Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { Json } from '../../../../src-engine/template/template.ts';
import { useRun } from '../../../store/run/run.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { copyText } from '../../../ui/data/copy-text.ts';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import { JsonTree } from '../../../ui/data/json-tree.tsx';
import { Keys } from '../../../ui/controls/keys.tsx';
import { Block, Nothing } from '../facts.tsx';
import { AttemptList, TransitionList } from './past-list.tsx';
import type { Failure, StepHistory } from './step-history.ts';
import { historyOf } from './step-history.ts';
import { StepLog } from './step-log.ts';
import styles from './step.module.css';

const log = new StepLog();

export function DataTab({ name }: { readonly name: string }) {
  const hasRun = useRun((state) => state.view !== null);
  const results = useRun((state) => state.readiness.get(name)?.results);
  const transitions = useRun((state) => state.readiness.get(name)?.transitions);
  const { inputs, attempts, failure } = useHistory(name);
  if (!hasRun)
    return (
      <EmptyState
        icon={Braces}
        title="No run yet"
        text={
          <>
            Press Run <Keys keys="F5" /> and see here what goes into the step and what comes out.
          </>
        }
      />
    );
  return (
    <div className={styles['content']}>
      {failure !== null && <LastFailure {...failure} />}
      <Value title="Inputs" value={inputs} none="No attempt was made so far." />
      <Value
        title="Results"
        value={isNothing(results) ? undefined : results}
        none="The step left none so far."
      />
      <Block title="Attempts">
        <AttemptList step={name} attempts={attempts} />
      </Block>
      <Block title="Transitions">
        <TransitionList transitions={transitions ?? []} />
      </Block>
    </div>
  );
}

/** Read anew when an event about the step comes, not with every batch of the log. */
function useHistory(name: string): StepHistory {
  const events = useRun((state) => state.events);
  const last = useRun((state) => state.steps.get(name)?.lastEvent ?? 0);
  return useMemo(() => historyOf(log.eventsOf(name, events, last)), [name, events, last]);
}

interface ValueProps {
  readonly title: string;
  readonly value: Json | undefined;
  readonly none: string;
}

function Value({ title, value, none }: ValueProps) {
  if (value === undefined)
    return (
      <Block title={title}>
        <Nothing>{none}</Nothing>
      </Block>
    );
  const copy = (): void => void copyText(JSON.stringify(value, null, 2), title);
  return (
    <Block
      title={title}
      extra={<IconButton icon={Copy} label={`Copy ${title.toLowerCase()}`} onClick={copy} />}
    >
      <JsonTree label={title} value={value} depth={1} />
    </Block>
  );
}

function LastFailure({ message, errorClass, backtrace }: Failure) {
  const text = [errorClass === null ? message : `${errorClass}: ${message}`, ...backtrace].join('\n');
  const copy = (): void => void copyText(text, 'Failure');
  return (
    <Block title="Last failure" extra={<IconButton icon={Copy} label="Copy the failure" onClick={copy} />}>
      <p className={styles['failure']}>{message}</p>
      {errorClass !== null && <code className={styles['class']}>{errorClass}</code>}
      {backtrace.length > 0 && <pre className={styles['backtrace']}>{backtrace.join('\n')}</pre>}
    </Block>
  );
}

function isNothing(value: Json | undefined): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
