/**
 * What was written since the last look, found by keys alone. A key is given out before its transaction ends, so a row may appear behind
 * others that were seen already: every look goes back over the last few, and leaves out what it has seen.
 */
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';
import { NOW } from './task-rows.ts';

export interface Changes {
  /** The server's clock, ISO-8601, UTC. */
  readonly at: string;
  /** Tasks that changed. */
  readonly tasks: readonly string[];
  /** Where to look from next. */
  readonly from: FollowPlace;
}

export interface FollowPlace {
  /** The newest keys at each of the last looks, the oldest first. */
  readonly looks: readonly NewestKeys[];
  /** Rows behind the oldest of them that were seen. */
  readonly seen: ReadonlySet<string>;
}

interface NewestKeys {
  readonly task: string;
  readonly taskTransition: string;
  readonly stepTransition: string;
}

/** A transaction that ends later than this many looks after its first row is not noticed. */
const LOOKS_BACK = 5;
/** Of each table; more would not be read by anybody. */
const MOST_CHANGES = 200;
/** Before all others. */
const LOWEST = { bigint: '-1', uuid: '00000000-0000-0000-0000-000000000000' } as const;

interface Written {
  readonly row: string;
  readonly task: string;
}

/** One query. @param from Null: whatever is there already is no change. */
export async function readChanges(reader: Reader, n: Names, from: FollowPlace | null): Promise<Changes> {
  const looks = from?.looks ?? [];
  const lowest = LOWEST[n.key];
  const [oldest] = looks;
  const { task, taskTransition, stepTransition } =
    oldest !== undefined && looks.length === LOOKS_BACK
      ? oldest
      : { task: lowest, taskTransition: lowest, stepTransition: lowest };
  const [answer] = await reader.query<{ at: string; written: readonly Written[]; newest: NewestKeys }>(
    changesQuery(n),
    [task, taskTransition, stepTransition],
  );
  if (answer === undefined) throw new Error('the server says nothing of its changes');
  const { at, written, newest } = answer;
  const fresh = from === null ? [] : written.filter(({ row }) => !from.seen.has(row));
  return {
    at,
    tasks: [...new Set(fresh.map((each) => each.task))],
    from: {
      looks: [...looks, newest].slice(-LOOKS_BACK),
      seen: new Set(written.map(({ row }) => row)),
    },
  };
}

function changesQuery(n: Names): string {
  const newest = (table: string, id: string, parameter: number): string =>
    `coalesce((select x.${id} from ${table} x order by x.${id} desc limit 1), $${parameter}::${n.key})::text`;
  const since = (table: string, id: string, parameter: number): string =>
    `select x.* from ${table} x where x.${id} > $${parameter}::${n.key} order by x.${id} desc limit ${MOST_CHANGES}`;
  return `select ${NOW} as at,
            coalesce((
              select json_agg(json_build_object('row', c.row, 'task', c.task)) from (
                select 'task ' || t.${n.taskId} as row, t.${n.taskId}::text as task from (${since(n.tasks, n.taskId, 1)}) t
                union all
                select 'of task ' || t.${n.taskTransitionId}, t.${n.taskId}::text
                from (${since(n.taskTransitions, n.taskTransitionId, 2)}) t
                union all
                select 'of step ' || t.${n.stepTransitionId}, s.${n.taskId}::text
                from (${since(n.stepTransitions, n.stepTransitionId, 3)}) t
                join ${n.steps} s on s.${n.stepId} = t.${n.stepId}
              ) c
            ), '[]') as written,
            json_build_object('task', ${newest(n.tasks, n.taskId, 1)},
                              'taskTransition', ${newest(n.taskTransitions, n.taskTransitionId, 2)},
                              'stepTransition', ${newest(n.stepTransitions, n.stepTransitionId, 3)}) as newest`;
}
