/** Where the open template and what the database knows of it part. */
import { FileText, Scale } from 'lucide-react';
import { useEffect } from 'react';
import type { Failure } from '../../../api/failure.ts';
import { askDrift, drift } from '../../../production/look.ts';
import { useDocument } from '../../../store/document.ts';
import { openConnection, useProduction } from '../../../store/production/production.ts';
import type { Drift as DriftFound } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import { runCommand } from '../../../commands/registry.ts';
import parts from '../parts/parts.module.css';
import { TaskLink } from '../parts/task-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';

export function Drift() {
  const connection = useProduction(openConnection);
  const isOpen = useDocument((state) => state.isOpen);
  const name = useDocument((state) => state.name);
  const { value, isBusy, failure } = drift.use();
  useEffect(() => {
    // The text may have changed since: it is cheap to ask, and an old answer would mislead.
    if (connection !== null && isOpen) void askDrift();
    return () => drift.leave();
  }, [connection, isOpen]);
  if (!isOpen) {
    return (
      <EmptyState
        icon={FileText}
        title="No template is open"
        text="Open one to see where it and this database part."
      >
        <Button onClick={() => runCommand('file.open')}>Open…</Button>
      </EmptyState>
    );
  }
  return (
    <div className={parts['page']} aria-busy={isBusy}>
      <div className={parts['bar']}>
        <Button icon={Scale} disabled={isBusy || connection === null} onClick={() => void askDrift()}>
          Compare again
        </Button>
        <output className={parts['words']}>
          {isBusy ? `Comparing ${name}…` : value === null ? '' : `${name} compared.`}
        </output>
      </div>
      <div className={parts['scroll']}>
        <TroubleNote
          trouble={failure === null ? null : { message: failure.message, hint: reason(failure) }}
          onAgain={() => void askDrift()}
        />
        {value !== null && <Found found={value} />}
      </div>
    </div>
  );
}

function reason({ hint, problems }: Failure): string | null {
  const [first] = problems;
  return first === undefined ? hint : `${first.message} ${first.hint}`;
}

function Found({ found: { known, versions, comparedTask, rows } }: { readonly found: DriftFound }) {
  return (
    <>
      <p className={parts['words']}>
        {known
          ? 'The database knows this task in this version.'
          : 'The database does not know a task of this namespace, name and version.'}
        {versions.length > 0 && ` Versions there: ${versions.join(', ')}.`}{' '}
        {comparedTask !== null && (
          <>
            Its edges were compared with those of <TaskLink task={comparedTask} />.
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <p>{known ? 'Nothing parts them.' : 'There is nothing to compare it with.'}</p>
      ) : (
        <table className={parts['table']}>
          <thead>
            <tr>
              <th>What</th>
              <th>In the template</th>
              <th>In the database</th>
              <th>What it means</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.what} ${row.inTemplate} ${row.inDatabase}`}>
                <td>{row.what}</td>
                <td>
                  <code>{row.inTemplate}</code>
                </td>
                <td>
                  <code>{row.inDatabase}</code>
                </td>
                <td>{row.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
