/** One task of production, whole: its rows, its past as events, how its steps stand, what is odd, and what can be done. */
import type { RunDesk } from '../simulate/session/run-desk.ts';
import { Trouble } from '../store/production/reach/trouble.ts';
import type { ProductionDatabase } from '../store/production/production-database.ts';
import { ownWords, readOwnReadiness } from '../store/production/rows/own-readiness.ts';
import { readStuck } from '../store/production/rows/stuck-rows.ts';
import type { TaskCopy } from '../store/production/rows/task-copy.ts';
import { readTaskCopy } from '../store/production/rows/task-copy.ts';
import { readTaskPage } from '../store/production/rows/task-rows.ts';
import type { TaskListRow } from '../store/production/rows/task-rows.ts';
import { notesOfCopy, parentsOf, stateOf } from '../inspect/production/copy-notes.ts';
import { historyOf } from '../inspect/production/history-of-copy.ts';
import type { JudgedStep } from './judged-steps.ts';
import { judgeSteps } from './judged-steps.ts';
import { cancelTask } from '../inspect/production/operator-actions.ts';
import { inWords } from '../inspect/production/stuck-words.ts';
import type { StuckStep } from '../inspect/production/stuck-words.ts';
import { templateOfCopy } from '../inspect/production/template-of-copy.ts';

interface Read {
  readonly copy: TaskCopy;
  readonly row: TaskListRow;
  readonly stuck: readonly StuckStep[];
  /** Of the successor only. */
  readonly own: ReadonlyMap<string, JudgedStep> | null;
}

export async function taskDetail(
  database: ProductionDatabase,
  desk: RunDesk,
  task: string,
  signal: AbortSignal | undefined,
) {
  const { copy, row, stuck, own } = await read(database, task, signal);
  const { installation } = database.production;
  const judged = own ?? (installation.generation === 'rails' ? await judgeSteps(desk, copy) : new Map());
  return {
    row: { ...row, steps: [...row.steps] },
    at: copy.at,
    context: copy.context,
    contextSize: copy.contextSize,
    steps: stepsOf(copy, judged),
    edges: copy.edges.map(([parent, child]): [string, string] => [parent, child]),
    events: historyOf(copy).map(({ at, name, payload }) => ({ at, name, payload })),
    judgedBy:
      installation.generation === 'core'
        ? own === null
          ? 'nobody: its own function cannot be called safely'
          : 'its own function, called where it is'
        : "the shipped engine's functions, asked in the sandbox about a copy of the rows",
    notes: [...notesOfCopy(copy, installation)],
    stuck: stuck.map((each) => ({ ...each, actions: [...each.actions] })),
    actions: installation.generation === 'rails' && !isClosed(copy) ? [cancelTask(copy.id)] : [],
    template: installation.generation === 'rails' ? templateOfCopy(copy) : null,
  };
}

function isClosed(copy: TaskCopy): boolean {
  return ['complete', 'cancelled', 'resolved_manually', 'error'].includes(stateOf(copy));
}

async function read(
  database: ProductionDatabase,
  task: string,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const { installation } = database.production;
  checkKey(database, task);
  return database.reading(
    async (reader, names) => {
      const copy = await readTaskCopy(reader, names, task);
      if (copy === null) throw noSuchTask(task);
      const page = await readTaskPage(reader, names, { tasks: [task] }, { before: null, limit: 1 });
      const stuck = await readStuck(reader, names, installation, { after: null, task });
      const own =
        installation.generation === 'core' ? await readOwnReadiness(reader, installation, task) : null;
      const [row] = page.rows;
      if (row === undefined) throw noSuchTask(task);
      return {
        copy,
        row,
        stuck: stuck.rows.map((each) => inWords(each, installation)),
        own:
          own === null ? null : new Map(own.map((each) => [each.step, { ...each, words: ownWords(each) }])),
      };
    },
    { signal },
  );
}

/** What is no key is no task: PostgreSQL would say that less kindly. */
export function checkKey({ names }: ProductionDatabase, task: string): void {
  const isKey =
    names.key === 'uuid'
      ? /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(task)
      : /^\d{1,18}$/.test(task);
  if (!isKey) throw noSuchTask(task);
}

export function noSuchTask(task: string): Trouble {
  return new Trouble({
    code: 'failed',
    message: `There is no task ${task.slice(0, 60)} in this database.`,
    hint: 'It may have been removed, or be in another database.',
  });
}

function stepsOf(copy: TaskCopy, judged: ReadonlyMap<string, JudgedStep>) {
  const names = new Map(copy.steps.map(({ id, name }) => [id, name]));
  const parents = parentsOf(copy);
  return copy.steps.map((step) => {
    const said = judged.get(step.id);
    return {
      step: step.id,
      name: step.name,
      state: stateOf(step),
      attempts: step.attempts ?? 0,
      limit: step.limit ?? 3,
      retryable: step.retryable ?? true,
      parents: (parents.get(step.id) ?? []).map((parent) => names.get(parent) ?? parent),
      words: said?.words ?? `is ${stateOf(step).replaceAll('_', ' ')}`,
      ready: said?.ready ?? false,
      nextRetryAt: said?.nextRetryAt ?? null,
      results: step.results,
      resultsSize: step.resultsSize,
    };
  });
}
