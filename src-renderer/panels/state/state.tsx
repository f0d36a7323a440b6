/** Tasker's tables at the moment that is looked at, what changed since another one, and a place to ask them oneself. */
import { Database } from 'lucide-react';
import { useState } from 'react';
import type { StateRows } from '../../../src-engine/api/contract/lab-schemas.ts';
import { useBranches } from '../../store/run/branches.ts';
import { useRun } from '../../store/run/run.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { SqlConsole } from './sql-console.tsx';
import styles from './state.module.css';
import { TableView } from './table-view.tsx';
import { changedRows, differenceOf } from './table-difference.ts';
import { useAlignedEvent } from './use-aligned-event.ts';
import { useRowsAt } from './use-rows-at.ts';

type Against = 'nothing' | 'previous' | 'marked' | 'other';
const SQL = '(sql)';

export function State() {
  const run = useRun((state) => state.view?.run ?? null);
  const shown = useRun((state) => state.shown);
  const [table, setTable] = useState('tasker_workflow_steps');
  const [against, setAgainst] = useState<Against>('previous');
  const [marked, setMarked] = useState<{ readonly run: string; readonly seq: number } | null>(null);
  const rows = useRowsAt(run, shown);
  const before = useBefore(against, run, shown, marked);
  if (run === null || rows === null) {
    return (
      <EmptyState
        icon={Database}
        title={run === null ? 'No run yet' : 'Reading the rows…'}
        text="Run a scenario, and see here the rows of Tasker’s tables after any event."
      />
    );
  }
  const tables = rows.tables.map((each) => {
    const other = before.rows?.tables.find((was) => was.table === each.table) ?? null;
    return { ...each, shown: differenceOf(each, other) };
  });
  const chosen = tables.find((each) => each.table === table);
  return (
    <section className={styles['state']} data-scope="state" aria-label="State">
      <div className={styles['bar']}>
        <Select
          label="Table"
          maxWidth={280}
          value={table}
          onChange={setTable}
          options={[
            ...tables.map((each) => ({
              value: each.table,
              title: each.table,
              detail: countWords(each.rows.length, changedRows(each.shown)),
            })),
            { value: SQL, title: 'SQL console', detail: 'ask the rows yourself' },
          ]}
        />
        <Select
          label="Compared with"
          value={against}
          onChange={(value) => setAgainst(AGAINST.find((each) => each === value) ?? 'previous')}
          options={[
            { value: 'nothing', title: 'compared with nothing' },
            { value: 'previous', title: 'compared with the event before' },
            {
              value: 'marked',
              title: marked === null ? 'compared with a marked event' : `compared with event ${marked.seq}`,
            },
            {
              value: 'other',
              title: 'compared with the other run',
              detail: 'R in Branches, at the same step and attempt',
            },
          ]}
        />
        <Button
          look="quiet"
          onClick={() => {
            setMarked({ run, seq: shown });
            setAgainst('marked');
          }}
        >
          Mark event {shown}
        </Button>
        <span className={styles['note']}>
          After event {rows.seq}
          {before.words}
        </span>
      </div>
      {table === SQL || chosen === undefined ? (
        <SqlConsole run={run} after={shown} />
      ) : (
        <TableView name={chosen.table} columns={chosen.columns} rows={chosen.shown} />
      )}
    </section>
  );
}

const AGAINST: readonly Against[] = ['nothing', 'previous', 'marked', 'other'];

function countWords(count: number, changed: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}${changed > 0 ? `, ${changed} changed` : ''}`;
}

function useBefore(
  against: Against,
  run: string | null,
  shown: number,
  marked: { readonly run: string; readonly seq: number } | null,
): { readonly rows: StateRows | null; readonly words: string } {
  const other = useBranches((state) => (state.right === run ? state.left : state.right));
  const aligned = useAlignedEvent(against === 'other' ? other : null);
  const [ofRun, seq] =
    against === 'previous'
      ? [run, shown - 1]
      : against === 'marked'
        ? [marked?.run ?? null, marked?.seq ?? null]
        : against === 'other'
          ? [other, aligned]
          : [null, null];
  const rows = useRowsAt(ofRun, seq);
  if (against === 'nothing') return { rows: null, words: '' };
  if (rows !== null)
    return { rows, words: `, compared with event ${rows.seq}${ofRun === run ? '' : ' of the other run'}` };
  if (against === 'other')
    return {
      rows: null,
      words: other === null ? ': choose the other run in Branches' : ': the other run has no such event',
    };
  return { rows: null, words: against === 'marked' && marked === null ? ': mark an event first' : '' };
}
