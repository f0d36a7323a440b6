/** What a database knows of a task by its name: versions, registered steps, and the newest task. */
import type { Reader } from '../session/production-session.ts';
import type { Names } from './names.ts';

export interface KnownStep {
  readonly name: string;
  readonly limit: number | null;
  readonly retryable: boolean | null;
}

export interface KnownTask {
  readonly isKnown: boolean;
  /** Of that name, the newest registered first. */
  readonly versions: readonly string[];
  readonly steps: readonly KnownStep[];
  /** Key of the newest task. */
  readonly last: string | null;
}

export interface TaskName {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
}

export async function readKnownTask(reader: Reader, n: Names, asked: TaskName): Promise<KnownTask> {
  const named = await reader.query<{ id: string; version: string }>(
    `select k.id::text as id, k.version from ${n.tasksByName} k where k.namespace = $1 and k.name = $2 order by k.id desc`,
    [asked.namespace, asked.name],
  );
  const versions = [...new Set(named.map(({ version }) => version))];
  const found = named.find(({ version }) => version === asked.version);
  if (found === undefined) return { isKnown: false, versions, steps: [], last: null };
  const namedKey = n.key === 'uuid' ? 'uuid' : 'integer';
  const steps = await reader.query<KnownStep>(
    `select ns.name::text as name, j.${n.defaultLimit} as "limit", j.default_retryable as retryable
     from ${n.templateSteps} j join ${n.namedSteps} ns on ns.${n.namedStepId} = j.${n.namedStepId}
     where j.${n.namedTaskId} = $1::${namedKey} order by ns.name`,
    [found.id],
  );
  const [last] = await reader.query<{ task: string }>(
    `select t.${n.taskId}::text as task from ${n.tasks} t
     where t.${n.namedTaskId} = $1::${namedKey} order by t.${n.taskId} desc limit 1`,
    [found.id],
  );
  return { isKnown: true, versions, steps, last: last?.task ?? null };
}
