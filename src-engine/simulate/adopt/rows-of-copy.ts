/** From the copy of a production task to rows of the sandbox, and to how they looked after each event of its past. */
import { groupBy } from '../../group-by.ts';
import type { RebuiltEvent } from '../../inspect/production/history-of-copy.ts';
import type { AdoptedRows, AdoptedTransitionRow, AdoptedVersion } from '../../store/calls/adopt-calls.ts';
import type { CopiedStep, CopiedTransition, TaskCopy } from '../../store/production/rows/task-copy.ts';
import type { JsonObject } from '../../template/template.ts';

const UNKNOWN_SYSTEM = 'unknown';

export function rowsOfCopy(copy: TaskCopy): AdoptedRows {
  const named = groupBy(copy.steps, ({ name }) => name);
  return {
    template: {
      namespace: copy.namespace,
      name: copy.name,
      version: copy.version,
      steps: [...named].map(([name, [first]]) => ({
        name,
        system: UNKNOWN_SYSTEM,
        retryable: true,
        retry_limit: first?.limit ?? 3,
        skippable: false,
      })),
      edges: [],
    },
    task: {
      task_id: Number(copy.id),
      complete: copy.complete,
      requested_at: plainTime(copy.requestedAt),
      initiator: copy.initiator,
      source_system: copy.sourceSystem,
      reason: copy.reason,
      context: copy.context ?? {},
      created_at: plainTime(copy.createdAt),
    },
    steps: copy.steps.map(stepRow),
    edges: copy.edges.map(([parent, child]) => [Number(parent), Number(child)] as const),
    task_transitions: copy.transitions.map(transitionRow),
    step_transitions: copy.steps.flatMap((step) =>
      step.transitions.map((transition) => ({ ...transitionRow(transition), step: Number(step.id) })),
    ),
  };
}

function stepRow(step: CopiedStep): JsonObject {
  return {
    workflow_step_id: Number(step.id),
    name: step.name,
    created_at: plainTime(step.createdAt),
    ...stepColumns(step),
  };
}

/** What a version of a step holds besides its key. */
function stepColumns(step: CopiedStep): JsonObject {
  return {
    attempts: step.attempts,
    retry_limit: step.limit,
    retryable: step.retryable,
    in_process: step.inProcess,
    processed: step.processed,
    processed_at: plainTime(step.processedAt),
    last_attempted_at: plainTime(step.lastAttemptedAt),
    backoff_request_seconds: step.backoffRequestSeconds,
    results: step.results,
  };
}

function transitionRow(transition: CopiedTransition): AdoptedTransitionRow {
  return {
    to_state: transition.to,
    from_state: transition.from,
    metadata: transition.metadata,
    sort_key: transition.sortKey,
    most_recent: transition.mostRecent,
    at: plainTime(transition.at) ?? '',
  };
}

/** The last version of each row is the row as it was copied; earlier ones say what transitions tell. */
export function versionsOfCopy(copy: TaskCopy, events: readonly RebuiltEvent[]): readonly AdoptedVersion[] {
  const begin = [taskVersion(copy, 0, 0, false), ...copy.steps.map((step) => unbegun(step))];
  const later = events.flatMap(({ moved }, index) => {
    if (moved === null) return [];
    const seq = index + 1;
    const { step, transition, attempts } = moved;
    const isLast = transition.mostRecent;
    if (step === null) return [taskVersion(copy, seq, transition.sortKey, isLast && copy.complete)];
    const columns = isLast ? stepColumns(step) : earlier(step, transition, attempts);
    return [
      {
        seq,
        step: Number(step.id),
        sort_key: transition.sortKey,
        columns: { ...columns, updated_at: plainTime(transition.at) },
      },
    ];
  });
  return [...begin, ...later];
}

function taskVersion(copy: TaskCopy, seq: number, sortKey: number, complete: boolean): AdoptedVersion {
  const columns = { complete, context: copy.context ?? {}, updated_at: plainTime(copy.createdAt) };
  return { seq, step: null, sort_key: sortKey, columns };
}

/** As the engine creates it; a step that never moved is what it is now. */
function unbegun(step: CopiedStep): AdoptedVersion {
  const columns =
    step.transitions.length === 0
      ? stepColumns(step)
      : {
          ...stepColumns(step),
          attempts: 0,
          processed: false,
          processed_at: null,
          last_attempted_at: null,
          backoff_request_seconds: null,
          results: {},
        };
  return {
    seq: 0,
    step: Number(step.id),
    sort_key: 0,
    columns: { ...columns, updated_at: plainTime(step.createdAt) },
  };
}

function earlier(step: CopiedStep, { to, at }: CopiedTransition, attempts: number): JsonObject {
  return {
    ...stepColumns(step),
    attempts,
    processed: to === 'complete' || to === 'resolved_manually',
    processed_at: to === 'complete' ? plainTime(at) : null,
    last_attempted_at: attempts > 0 ? plainTime(at) : null,
    backoff_request_seconds: null,
    results: {},
  };
}

/** Without its zone: columns hold UTC without saying so. */
function plainTime(iso: string | null): string | null {
  return iso === null ? null : iso.replace(/Z$/, '');
}
