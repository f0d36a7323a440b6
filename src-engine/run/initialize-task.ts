/**
 * From a checked template and a request to rows: the context is validated, the identity hash made, and every row of the
 * task written in one transaction (orchestration reference, sections 2 and 3; template reference, sections 6, 7 and 9).
 */
import { findCycles } from '../graph/cycles.ts';
import type { Queryable } from '../store/database.ts';
import { DatabaseError } from '../store/database-error.ts';
import type { CreatedTask, TaskRequestRow, TemplateRows } from '../store/calls/workbench-calls.ts';
import { createTasks } from '../store/calls/workbench-calls.ts';
import { validateContext } from '../template/context/validate-context.ts';
import type { JsonObject, Template } from '../template/template.ts';
import { hashIdentity } from './rules/identity-hash.ts';
import { sqlTime } from './time/virtual-time.ts';

/** What a caller asks for; absent fields get Tasker's defaults (`unknown`, empty lists). */
export interface TaskRequest {
  readonly context: JsonObject;
  readonly requestedAt: number;
  readonly initiator?: string | undefined;
  readonly sourceSystem?: string | undefined;
  readonly reason?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly bypassSteps?: readonly string[] | undefined;
  readonly identityStrategy?: 'default' | 'hash' | undefined;
}

/** The task cannot be created as asked: a bad context, or a request that was made already. Rolls its transaction back. */
export class TaskRefused extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[], options?: ErrorOptions) {
    super(reasons.join('; '), options);
    this.reasons = reasons;
  }
}

const UNIQUE_VIOLATION = '23505';
const UNKNOWN = 'unknown';
/** What Tasker's step templates fall back to when a system is missing and the template could not be registered. */
const MISSING_SYSTEM = 'unknown';

/** Creates the tasks, in the order of the requests; throws `TaskRefused` when one of them cannot be. */
export async function initializeTasks(
  tx: Queryable,
  template: Template,
  requests: readonly TaskRequest[],
  mode: 'strict' | 'ordinary',
): Promise<readonly CreatedTask[]> {
  const reasons = requests.flatMap((request) => refusals(template, request, mode));
  if (reasons.length > 0) throw new TaskRefused(reasons);
  try {
    return await createTasks(
      tx,
      templateRows(template),
      requests.map((request) => requestRow(template, request)),
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    throw new TaskRefused(['identity_hash is identical to a request made in the last minute'], {
      cause: error,
    });
  }
}

function refusals(template: Template, request: TaskRequest, mode: 'strict' | 'ordinary'): readonly string[] {
  if (findCycles(template.steps).length > 0) return ['Adding this edge would create a cycle in the workflow'];
  if (Object.keys(request.context).length === 0) return ["context can't be blank"];
  if (template.schema === undefined) return [];
  return validateContext(template.schema, request.context, mode).errors.map(({ message }) => message);
}

function templateRows(template: Template): TemplateRows {
  const position = new Map(template.steps.map((step, index) => [step.name, index]));
  return {
    namespace: template.namespaceName,
    name: template.name,
    version: template.version,
    steps: template.steps.map((step) => ({
      name: step.name,
      system: step.dependentSystem ?? MISSING_SYSTEM,
      retryable: step.defaultRetryable,
      retry_limit: step.defaultRetryLimit,
      skippable: step.skippable,
    })),
    edges: template.steps.flatMap((step, child) =>
      step.dependsOn.flatMap((parent) => {
        const from = position.get(parent);
        return from === undefined ? [] : [[from, child] as const];
      }),
    ),
  };
}

function requestRow(template: Template, request: TaskRequest): TaskRequestRow {
  const row = {
    at: sqlTime(request.requestedAt),
    context: request.context,
    initiator: request.initiator ?? UNKNOWN,
    source_system: request.sourceSystem ?? UNKNOWN,
    reason: request.reason ?? UNKNOWN,
    tags: request.tags ?? [],
    bypass_steps: request.bypassSteps ?? [],
  };
  // Without the hash strategy the identity is a random UUID, which SQL makes: it is in no event, so chance does no harm.
  const identity_hash =
    request.identityStrategy === 'hash'
      ? hashIdentity({ name: template.name, ...row, requestedAt: request.requestedAt })
      : null;
  return { ...row, identity_hash };
}
