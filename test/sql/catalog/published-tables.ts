/**
 * Tasker's published tables as the conformance test expects them, one line a column:
 * name, type, `!` for not null, default. `ts6` is a time without zone in microseconds.
 */
const TIMES = ['created_at ts6 !', 'updated_at ts6 !'];
const NAMED = ['name varchar(64) !', 'description varchar(255)', ...TIMES];

export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  tasker_task_namespaces: ['task_namespace_id integer ! sequence', ...NAMED],
  tasker_named_tasks: [
    'named_task_id integer ! sequence',
    ...NAMED,
    'task_namespace_id bigint ! 1',
    "version varchar(16) ! '0.1.0'",
    `configuration jsonb '"{}"'`,
  ],
  tasker_dependent_systems: ['dependent_system_id integer ! sequence', ...NAMED],
  tasker_dependent_system_object_maps: [
    'dependent_system_object_map_id bigint ! sequence',
    'dependent_system_one_id integer !',
    'dependent_system_two_id integer !',
    'remote_id_one varchar(128) !',
    'remote_id_two varchar(128) !',
    ...TIMES,
  ],
  tasker_named_steps: [
    'named_step_id integer ! sequence',
    'dependent_system_id integer !',
    'name varchar(128) !',
    'description varchar(255)',
    ...TIMES,
  ],
  tasker_named_tasks_named_steps: [
    'id integer ! sequence',
    'named_task_id integer !',
    'named_step_id integer !',
    'skippable boolean ! false',
    'default_retryable boolean ! true',
    'default_retry_limit integer ! 3',
    ...TIMES,
  ],
  tasker_tasks: [
    'task_id bigint ! sequence',
    'named_task_id integer !',
    'complete boolean ! false',
    'requested_at ts !',
    'initiator varchar(128)',
    'source_system varchar(128)',
    'reason varchar(128)',
    'bypass_steps json',
    'tags jsonb',
    'context jsonb',
    'identity_hash varchar(128) !',
    ...TIMES,
  ],
  tasker_workflow_steps: [
    'workflow_step_id bigint ! sequence',
    'task_id bigint !',
    'named_step_id integer !',
    'retryable boolean ! true',
    'retry_limit integer 3',
    'in_process boolean ! false',
    'processed boolean ! false',
    'processed_at ts',
    'attempts integer',
    'last_attempted_at ts',
    'backoff_request_seconds integer',
    'inputs jsonb',
    'results jsonb',
    ...TIMES,
    'skippable boolean ! false',
  ],
  tasker_workflow_step_edges: [
    'id bigint ! sequence',
    'from_step_id bigint !',
    'to_step_id bigint !',
    'name varchar !',
    ...TIMES,
  ],
  tasker_task_transitions: transitions('task_id'),
  tasker_workflow_step_transitions: transitions('workflow_step_id'),
  tasker_annotation_types: ['annotation_type_id integer ! sequence', ...NAMED],
  tasker_task_annotations: [
    'task_annotation_id bigint ! sequence',
    'task_id bigint !',
    'annotation_type_id integer !',
    'annotation jsonb',
    ...TIMES,
  ],
};

function transitions(owner: string): readonly string[] {
  return [
    'id bigint ! sequence',
    'to_state varchar !',
    'from_state varchar',
    "metadata jsonb '{}'",
    'sort_key integer !',
    'most_recent boolean ! true',
    `${owner} bigint !`,
    ...TIMES,
  ];
}

/** Sequences by table; their names end in `_seq`. */
export const SEQUENCES: readonly string[] = [
  'tasker_annotation_types_annotation_type_id_seq',
  'tasker_dependent_system_objec_dependent_system_object_map_i_seq',
  'tasker_dependent_systems_dependent_system_id_seq',
  'tasker_named_steps_named_step_id_seq',
  'tasker_named_tasks_named_steps_id_seq',
  'tasker_named_tasks_named_task_id_seq',
  'tasker_task_annotations_task_annotation_id_seq',
  'tasker_task_namespaces_task_namespace_id_seq',
  'tasker_task_transitions_id_seq',
  'tasker_tasks_task_id_seq',
  'tasker_workflow_step_edges_id_seq',
  'tasker_workflow_step_transitions_id_seq',
  'tasker_workflow_steps_workflow_step_id_seq',
];

/** `name: table.column -> table`. */
export const FOREIGN_KEYS: readonly string[] = [
  'dependent_system_object_maps_dependent_system_one_id_foreign: tasker_dependent_system_object_maps.dependent_system_one_id -> tasker_dependent_systems',
  'dependent_system_object_maps_dependent_system_two_id_foreign: tasker_dependent_system_object_maps.dependent_system_two_id -> tasker_dependent_systems',
  'fk_rails_16a0297759: tasker_named_tasks.task_namespace_id -> tasker_task_namespaces',
  'fk_rails_6e0f6eb833: tasker_workflow_step_transitions.workflow_step_id -> tasker_workflow_steps',
  'fk_rails_7b4652ccf2: tasker_workflow_step_edges.from_step_id -> tasker_workflow_steps',
  'fk_rails_93ec0bf6eb: tasker_workflow_step_edges.to_step_id -> tasker_workflow_steps',
  'fk_rails_e8caec803c: tasker_task_transitions.task_id -> tasker_tasks',
  'named_steps_dependent_system_id_foreign: tasker_named_steps.dependent_system_id -> tasker_dependent_systems',
  'named_tasks_named_steps_named_step_id_foreign: tasker_named_tasks_named_steps.named_step_id -> tasker_named_steps',
  'named_tasks_named_steps_named_task_id_foreign: tasker_named_tasks_named_steps.named_task_id -> tasker_named_tasks',
  'task_annotations_annotation_type_id_foreign: tasker_task_annotations.annotation_type_id -> tasker_annotation_types',
  'task_annotations_task_id_foreign: tasker_task_annotations.task_id -> tasker_tasks',
  'tasks_named_task_id_foreign: tasker_tasks.named_task_id -> tasker_named_tasks',
  'workflow_steps_named_step_id_foreign: tasker_workflow_steps.named_step_id -> tasker_named_steps',
  'workflow_steps_task_id_foreign: tasker_workflow_steps.task_id -> tasker_tasks',
];
