/** A statement that only reads, on the rows of the moment. Names of the schema are completed while one types. */
import { Play } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { QueryAnswer, SandboxSchema } from '../../../src-engine/api/contract/lab-schemas.ts';
import { engine } from '../../api/engine.ts';
import { failureOf } from '../../api/failure.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { Completion } from './complete-sql.ts';
import { completionsAt } from './complete-sql.ts';
import styles from './state.module.css';
import { differenceOf } from './table-difference.ts';
import { TableView } from './table-view.tsx';

/** The last statement, kept while other tabs are shown. */
let lastSql = '';

export interface SqlConsoleProps {
  readonly run: string;
  readonly after: number;
}

export function SqlConsole({ run, after }: SqlConsoleProps) {
  const [sql, setSql] = useState(lastSql);
  const [answer, setAnswer] = useState<QueryAnswer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const ask = async (): Promise<void> => {
    setIsBusy(true);
    try {
      setAnswer(await (await engine()).runs.query({ run, after, sql }));
      setTrouble(null);
    } catch (error) {
      const { message, hint } = failureOf(error);
      setTrouble(hint === null ? message : `${message} ${hint}`);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className={styles['console']}>
      <SqlField
        value={sql}
        onChange={(text) => {
          lastSql = text;
          setSql(text);
        }}
        onRun={() => void ask()}
      />
      <div className={styles['bar']}>
        <Button look="primary" icon={Play} disabled={isBusy} onClick={() => void ask()}>
          Run the query
        </Button>
        <span className={styles['note']}>
          Ctrl+Enter runs it, Ctrl+Space completes. It sees the rows after event {after}.
        </span>
        {answer?.isCut === true && <span className={styles['note']}>The first 1,000 rows.</span>}
      </div>
      {trouble !== null && (
        <p role="alert" className={styles['trouble']}>
          {trouble}
        </p>
      )}
      {answer !== null && trouble === null && (
        <TableView
          name="the query"
          columns={answer.columns.map(({ name }) => name)}
          rows={differenceOf(
            {
              table: 'query',
              key: ['#'],
              columns: ['#', ...answer.columns.map(({ name }) => name)],
              rows: answer.rows.map((row, index) => [index, ...row]),
            },
            null,
          ).map((row) => ({ ...row, cells: row.cells.slice(1) }))}
        />
      )}
    </div>
  );
}

interface SqlFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

const MOST_OFFERED = 8;

function SqlField({ value, onChange, onRun }: SqlFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const schema = useSchema();
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [chosen, setChosen] = useState(0);
  const offer = (text: string, at: number, isWanted: boolean): void => {
    setChosen(0);
    setOffered(schema === null ? [] : completionsAt(text, at, schema, isWanted).slice(0, MOST_OFFERED));
  };
  const take = ({ from, to, text }: Completion): void => {
    onChange(`${value.slice(0, from)}${text}${value.slice(to)}`);
    setOffered([]);
    requestAnimationFrame(() => field.current?.setSelectionRange(from + text.length, from + text.length));
  };
  const onKeyDown = (press: KeyboardEvent<HTMLTextAreaElement>): void => {
    const picked = offered[chosen];
    if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) onRun();
    else if (press.key === ' ' && press.ctrlKey) offer(value, press.currentTarget.selectionStart, true);
    else if (picked === undefined) return;
    else if (press.key === 'ArrowDown') setChosen((chosen + 1) % offered.length);
    else if (press.key === 'ArrowUp') setChosen((chosen + offered.length - 1) % offered.length);
    else if (press.key === 'Tab' || press.key === 'Enter') take(picked);
    else if (press.key === 'Escape') setOffered([]);
    else return;
    press.preventDefault();
    press.stopPropagation();
  };
  return (
    <div className={styles['sql']}>
      <textarea
        ref={field}
        aria-label="SQL"
        rows={4}
        spellCheck={false}
        value={value}
        placeholder="A select over Tasker’s tables and functions, e.g. of get_step_readiness_status(1)"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls="sql-completions"
        aria-activedescendant={offered.length > 0 ? `sql-completion-${chosen}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          offer(event.target.value, event.target.selectionStart, false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOffered([])}
      />
      {offered.length > 0 && (
        <div id="sql-completions" role="listbox" aria-label="Names" className={styles['offered']}>
          {offered.map((each, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
            <div
              key={each.text}
              id={`sql-completion-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(each)}
            >
              {each.text} <small>{each.detail}</small>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function useSchema(): SandboxSchema | null {
  const [schema, setSchema] = useState<SandboxSchema | null>(null);
  useEffect(() => {
    let isWanted = true;
    void engine()
      .then((client) => client.sandbox.schema())
      .then((answer) => isWanted && setSchema(answer))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, []);
  return schema;
}
