import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../../../src-renderer/panels/state/complete-sql.ts';
import { changedRows, differenceOf } from '../../../../src-renderer/panels/state/table-difference.ts';
import { alignedEvent } from '../../../../src-renderer/panels/state/use-aligned-event.ts';
import { stepEvent } from '../support/run.ts';

const table = (rows: readonly (readonly (string | number | null)[])[]) => ({
  table: 't',
  key: ['id'],
  columns: ['id', 'state', 'attempts'],
  rows,
});

describe('two moments of a table', () => {
  test('differ by what changed, came and went', () => {
    const rows = differenceOf(
      table([
        [1, 'error', 1],
        [2, 'pending', 0],
        [4, 'new', 0],
      ]),
      table([
        [1, 'pending', 0],
        [2, 'pending', 0],
        [3, 'old', 0],
      ]),
    );
    expect(rows.map(({ key, kind }) => [key, kind])).toEqual([
      ['1', 'changed'],
      ['2', 'same'],
      ['4', 'added'],
      ['3', 'gone'],
    ]);
    expect(rows[0]?.cells).toEqual([
      { text: '1', before: null },
      { text: 'error', before: 'pending' },
      { text: '1', before: '0' },
    ]);
    expect(changedRows(rows)).toBe(3);
  });

  test('are not compared where there is nothing to compare with', () => {
    expect(changedRows(differenceOf(table([[1, null, 1]]), null))).toBe(0);
  });
});

describe('an event of one run in another', () => {
  const log = [1, 2, 3, 4].map((seq) =>
    stepEvent(seq, seq % 2 === 0 ? 'step.failed' : 'step.execution_requested', 'pay', {
      attempt_number: Math.ceil(seq / 2),
    }),
  );

  test('is found by its name, step and attempt, wherever it stands there', () => {
    const other = [
      stepEvent(1, 'step.completed', 'cart'),
      ...log.map((event) => ({ ...event, seq: event.seq + 1 })),
    ];
    expect(alignedEvent(log.slice(0, 3), other)).toBe(4);
    expect(alignedEvent(log, other.slice(0, 3))).toBeNull();
    expect(alignedEvent([], other)).toBeNull();
  });
});

describe('names in a query', () => {
  const schema = {
    tables: [
      { name: 'tasker_tasks', columns: ['task_id', 'context'] },
      { name: 'tasker_workflow_steps', columns: ['workflow_step_id', 'attempts'] },
    ],
    functions: [{ name: 'get_step_readiness_status', signature: 'input_task_id bigint' }],
  };
  const offered = (sql: string, isWanted = false) =>
    completionsAt(sql, sql.length, schema, isWanted).map(({ text }) => text);

  test('are completed from the schema, columns of named tables first of all', () => {
    expect(offered('from tasker_t')).toEqual(['tasker_tasks']);
    expect(offered('from tasker_workflow_steps s where s.att')).toEqual(['attempts']);
    expect(offered('from get_')).toEqual(['get_step_readiness_status']);
  });

  test('are offered without a letter only when they are asked for', () => {
    expect(offered('x ')).toEqual([]);
    expect(offered('x ', true).length).toBeGreaterThan(3);
  });
});
