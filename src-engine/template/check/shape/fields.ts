/** The typed keys of a template, and what each may hold. Keys not named here are tolerated by Tasker at every level. */
export type FieldType = 'string' | 'boolean' | 'integer' | 'object' | 'array';

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly required?: true;
  /** Type of each item of an array, where it matters. */
  readonly items?: FieldType;
  /** The empty text is useless, as value or as item. */
  readonly filled?: true;
}

export const TOP_FIELDS: readonly Field[] = [
  { key: 'name', type: 'string', required: true, filled: true },
  { key: 'module_namespace', type: 'string' },
  { key: 'task_handler_class', type: 'string', required: true, filled: true },
  { key: 'default_dependent_system', type: 'string', filled: true },
  { key: 'concurrent', type: 'boolean' },
  { key: 'named_steps', type: 'array', items: 'string' },
  { key: 'schema', type: 'object' },
  { key: 'step_templates', type: 'array', required: true, items: 'object' },
];

export const STEP_FIELDS: readonly Field[] = [
  { key: 'name', type: 'string', required: true, filled: true },
  { key: 'handler_class', type: 'string', required: true, filled: true },
  { key: 'description', type: 'string' },
  { key: 'dependent_system', type: 'string', filled: true },
  { key: 'default_retryable', type: 'boolean' },
  { key: 'default_retry_limit', type: 'integer' },
  { key: 'skippable', type: 'boolean' },
  { key: 'depends_on_step', type: 'string', filled: true },
  { key: 'depends_on_steps', type: 'array', items: 'string', filled: true },
  { key: 'handler_config', type: 'object' },
  { key: 'custom_events', type: 'array', items: 'object' },
];

export const EVENT_FIELDS: readonly Field[] = [
  { key: 'name', type: 'string', required: true },
  { key: 'description', type: 'string' },
];
