/** The shape of a catalogue entry, and the payload keys that events share. */
export type EventCategory = 'task' | 'step' | 'workflow' | 'observability' | 'export' | 'test' | 'registry';

/**
 * Who publishes an event in Tasker: its engine or endpoints, only code that the engine never calls, or nobody, the
 * name being declared and no more.
 */
export type EventPublisher = 'engine' | 'other-code' | 'nobody';

export interface EntryFacts {
  /** One line. */
  readonly description: string;
  /** Every key that some copy of the event carries; empty when nobody publishes it. */
  readonly payloadKeys: readonly string[];
  readonly publisher: EventPublisher;
}

/** Facts for each name of a group, e.g. of the step events. */
export type GroupFacts<Name extends string> = { readonly [Key in Name]: EntryFacts };

export const STEP_KEYS = [
  'task_id',
  'step_id',
  'step_name',
  'started_at',
  'completed_at',
  'attempt_number',
  'retry_limit',
  'event_type',
  'timestamp',
] as const;

export const TASK_KEYS = [
  'task_id',
  'task_name',
  'started_at',
  'completed_at',
  'task_type',
  'event_type',
  'timestamp',
  'total_execution_duration',
  'current_execution_duration',
  'total_steps',
  'completed_steps',
  'failed_steps',
  'pending_steps',
] as const;

/** Added by the copy that a state machine publishes. */
export const MOVE_KEYS = ['from_state', 'to_state', 'transitioned_at'] as const;

export const ORCHESTRATION_KEYS = ['event_type', 'orchestration_event', 'timestamp'] as const;

/** Published by Tasker's engine or one of its endpoints. */
export function byEngine(description: string, ...payloadKeys: readonly string[]): EntryFacts {
  return { description, payloadKeys: [...new Set(payloadKeys)], publisher: 'engine' };
}

/** Published on paths that Tasker has but never takes by itself. */
export function byOtherCode(description: string, ...payloadKeys: readonly string[]): EntryFacts {
  return { description, payloadKeys: [...new Set(payloadKeys)], publisher: 'other-code' };
}

/** Declared, never published. */
export function byNobody(description: string): EntryFacts {
  return { description, payloadKeys: [], publisher: 'nobody' };
}
