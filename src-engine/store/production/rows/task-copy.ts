/**
 * One task with everything that belongs to it, read in one snapshot. Large values stay where they are: only their size is read.
 */
import { groupBy } from '../../../group-by.ts';
import type { Json } from '../../../template/template.ts';
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';
import { isoTime } from './task-rows.ts';

export interface CopiedTransition {
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly sortKey: number;
  readonly mostRecent: boolean;
  readonly metadata: Json;
}

export interface CopiedStep {
  readonly id: string;
  readonly name: string;
  /** Of the dependent system; the successor knows none. */
  readonly attempts: number | null;
  readonly limit: number | null;
  readonly retryable: boolean | null;
  readonly inProcess: boolean;
  readonly processed: boolean;
  readonly processedAt: string | null;
  readonly lastAttemptedAt: string | null;
  readonly backoffRequestSeconds: number | null;
  readonly results: Json;
  readonly resultsSize: number;
  readonly createdAt: string;
  readonly transitions: readonly CopiedTransition[];
}

export interface TaskCopy {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly complete: boolean;
  readonly createdAt: string;
  readonly requestedAt: string;
  readonly initiator: string | null;
  readonly sourceSystem: string | null;
  readonly reason: string | null;
  readonly context: Json;
  readonly contextSize: number;
  readonly transitions: readonly CopiedTransition[];
  /** By key. */
  readonly steps: readonly CopiedStep[];
  /** Keys of parent and child, as they stand there: twice where an edge is twice. */
  readonly edges: readonly (readonly [string, string])[];
  /** The server's clock at the snapshot. */
  readonly at: string;
}

/** Bytes of a context, and of the results of one step, that are read at most. */
export const LARGEST_CONTEXT = 2_000_000;
export const LARGEST_RESULTS = 200_000;

/** Null for an unknown task. */
export async function readTaskCopy(reader: Reader, n: Names, task: string): Promise<TaskCopy | null> {
  const [row] = await reader.query<Omit<TaskCopy, 'transitions' | 'steps' | 'edges'>>(
    `select t.${n.taskId}::text as id, k.namespace, k.name, k.version, coalesce(t.complete, false) as complete,
            ${isoTime('t.created_at')} as "createdAt", ${isoTime('t.requested_at')} as "requestedAt",
            t.initiator::text as initiator, t.source_system::text as "sourceSystem", t.reason::text as reason,
            case when octet_length(t.context::text) <= $2 then t.context end as context,
            coalesce(octet_length(t.context::text), 0) as "contextSize",
            ${isoTime("(now() at time zone 'UTC')")} as at
     from ${n.tasks} t join ${n.tasksByName} k on k.id = t.${n.namedTaskId}
     where t.${n.taskId} = $1::${n.key}`,
    [task, LARGEST_CONTEXT],
  );
  if (row === undefined) return null;
  const transitions = await readTransitions(reader, n, 'task', task);
  const steps = await readSteps(reader, n, task);
  const edges = await reader.query<{ parent: string; child: string }>(
    `select e.${n.fromStep}::text as parent, e.${n.toStep}::text as child
     from ${n.steps} s join ${n.edges} e on e.${n.fromStep} = s.${n.stepId}
     where s.${n.taskId} = $1::${n.key} order by e.${n.fromStep}, e.${n.toStep}`,
    [task],
  );
  return {
    ...row,
    transitions: transitions.map(withoutOwner),
    steps,
    edges: edges.map(({ parent, child }) => [parent, child] as const),
  };
}

async function readSteps(reader: Reader, n: Names, task: string): Promise<readonly CopiedStep[]> {
  const rows = await reader.query<Omit<CopiedStep, 'transitions'>>(
    `select s.${n.stepId}::text as id, ns.name::text as name, s.attempts, s.${n.limit} as "limit", s.retryable,
            coalesce(s.in_process, false) as "inProcess", coalesce(s.processed, false) as processed,
            ${isoTime('s.processed_at')} as "processedAt", ${isoTime('s.last_attempted_at')} as "lastAttemptedAt",
            s.backoff_request_seconds as "backoffRequestSeconds",
            case when octet_length(s.results::text) <= $2 then s.results end as results,
            coalesce(octet_length(s.results::text), 0) as "resultsSize", ${isoTime('s.created_at')} as "createdAt"
     from ${n.steps} s join ${n.namedSteps} ns on ns.${n.namedStepId} = s.${n.namedStepId}
     where s.${n.taskId} = $1::${n.key} order by s.${n.stepId}`,
    [task, LARGEST_RESULTS],
  );
  const byStep = groupBy(await readTransitions(reader, n, 'step', task), ({ owner }) => owner);
  return rows.map((step) => ({
    ...step,
    transitions: (byStep.get(step.id) ?? []).map(withoutOwner),
  }));
}

function withoutOwner({ from, to, at, sortKey, mostRecent, metadata }: OwnedTransition): CopiedTransition {
  return { from, to, at, sortKey, mostRecent, metadata };
}

type OwnedTransition = CopiedTransition & { readonly owner: string };

function readTransitions(
  reader: Reader,
  n: Names,
  of: 'task' | 'step',
  task: string,
): Promise<readonly OwnedTransition[]> {
  const [table, owner, from] =
    of === 'task'
      ? [n.taskTransitions, n.taskId, '']
      : [n.stepTransitions, n.stepId, `join ${n.steps} s on s.${n.stepId} = x.${n.stepId}`];
  const where = of === 'task' ? `x.${n.taskId}` : `s.${n.taskId}`;
  return reader.query<OwnedTransition>(
    `select x.${owner}::text as owner, nullif(x.from_state, '')::text as "from", x.to_state::text as "to",
            ${isoTime('x.created_at')} as at, x.sort_key as "sortKey", coalesce(x.most_recent, false) as "mostRecent",
            x.metadata
     from ${table} x ${from}
     where ${where} = $1::${n.key}
     order by x.${owner}, x.sort_key`,
    [task],
  );
}
