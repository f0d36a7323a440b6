/**
 * How the tables and columns of an installation are called, so that a query is written once for both generations (template format of
 * the successor, section 5.4). Names come from the catalogue and are quoted; nothing else is ever put into the text of a query.
 */
import { quoted } from '../detect/read-catalogue.ts';
import type { Installation } from '../detect/installation.ts';

export interface Names {
  readonly tasks: string;
  readonly steps: string;
  readonly edges: string;
  readonly taskTransitions: string;
  readonly stepTransitions: string;
  readonly namedSteps: string;
  readonly templateSteps: string;
  readonly taskId: string;
  readonly stepId: string;
  readonly namedTaskId: string;
  readonly namedStepId: string;
  readonly fromStep: string;
  readonly toStep: string;
  readonly taskTransitionId: string;
  readonly stepTransitionId: string;
  readonly limit: string;
  readonly defaultLimit: string;
  /** Type of the keys of tasks and steps, and of those of transitions. */
  readonly key: 'bigint' | 'uuid';
  /** From `named_tasks`, with columns id, name, version and namespace. */
  readonly tasksByName: string;
}

export function namesOf(installation: Installation): Names {
  const { schema, prefix, generation } = installation;
  const table = (name: string): string => `${quoted(schema)}.${quoted(`${prefix}${name}`)}`;
  const tables = {
    tasks: table('tasks'),
    steps: table('workflow_steps'),
    edges: table('workflow_step_edges'),
    taskTransitions: table('task_transitions'),
    stepTransitions: table('workflow_step_transitions'),
    namedSteps: table('named_steps'),
    templateSteps: table('named_tasks_named_steps'),
  };
  const columns = generation === 'core' ? CORE : RAILS;
  return { ...tables, ...columns, tasksByName: tasksByName(installation, columns, table) };
}

const RAILS = {
  taskId: 'task_id',
  stepId: 'workflow_step_id',
  namedTaskId: 'named_task_id',
  namedStepId: 'named_step_id',
  fromStep: 'from_step_id',
  toStep: 'to_step_id',
  taskTransitionId: 'id',
  stepTransitionId: 'id',
  limit: 'retry_limit',
  defaultLimit: 'default_retry_limit',
  key: 'bigint',
} as const;

const CORE = {
  taskId: 'task_uuid',
  stepId: 'workflow_step_uuid',
  namedTaskId: 'named_task_uuid',
  namedStepId: 'named_step_uuid',
  fromStep: 'from_step_uuid',
  toStep: 'to_step_uuid',
  taskTransitionId: 'task_transition_uuid',
  stepTransitionId: 'workflow_step_transition_uuid',
  limit: 'max_attempts',
  defaultLimit: 'default_max_attempts',
  key: 'uuid',
} as const;

function tasksByName(
  { hasNamespaces, hasVersions, generation }: Installation,
  { namedTaskId }: { readonly namedTaskId: string },
  table: (name: string) => string,
): string {
  const namespaceId = generation === 'core' ? 'task_namespace_uuid' : 'task_namespace_id';
  const version = hasVersions ? 'k.version::text' : "'0.1.0'";
  const namespace = hasNamespaces ? "coalesce(ns.name::text, 'default')" : "'default'";
  const join = hasNamespaces
    ? `left join ${table('task_namespaces')} ns on ns.${namespaceId} = k.${namespaceId}`
    : '';
  return `(select k.${namedTaskId} as id, k.name::text as name, ${version} as version, ${namespace} as namespace
           from ${table('named_tasks')} k ${join})`;
}
