-- The rest of the published indexes of tasks, their transitions and annotations.
create index if not exists tasks_identity_hash_index on public.tasker_tasks (identity_hash);
create index if not exists tasks_named_task_id_index on public.tasker_tasks (named_task_id);
create index if not exists tasks_requested_at_index on public.tasker_tasks (requested_at);
create index if not exists tasks_source_system_index on public.tasker_tasks (source_system);
create index if not exists tasks_context_idx on public.tasker_tasks using gin (context);
create index if not exists tasks_context_idx1 on public.tasker_tasks using gin (context jsonb_path_ops);
create index if not exists tasks_tags_idx on public.tasker_tasks using gin (tags);
create index if not exists tasks_tags_idx1 on public.tasker_tasks using gin (tags jsonb_path_ops);
create index if not exists idx_tasks_active_operations
  on public.tasker_tasks (task_id) where complete = false or complete is null;
create index if not exists idx_tasks_active_workflow_summary
  on public.tasker_tasks (task_id, complete) where complete = false or complete is null;
create index if not exists idx_tasks_completion_status_created
  on public.tasker_tasks (complete, created_at, task_id);

create index if not exists index_tasker_task_transitions_on_sort_key
  on public.tasker_task_transitions (sort_key);
create index if not exists index_tasker_task_transitions_on_task_id
  on public.tasker_task_transitions (task_id);
create index if not exists index_task_transitions_current_state
  on public.tasker_task_transitions (task_id, created_at);
create index if not exists index_task_transitions_current_state_optimized
  on public.tasker_task_transitions (task_id, most_recent) where most_recent = true;
create index if not exists idx_task_transitions_most_recent
  on public.tasker_task_transitions (task_id, most_recent) where most_recent = true;

create index if not exists annotation_types_name_index on public.tasker_annotation_types (name);

create index if not exists task_annotations_annotation_idx
  on public.tasker_task_annotations using gin (annotation);
create index if not exists task_annotations_annotation_idx1
  on public.tasker_task_annotations using gin (annotation jsonb_path_ops);
create index if not exists task_annotations_annotation_type_id_index
  on public.tasker_task_annotations (annotation_type_id);
create index if not exists task_annotations_task_id_index on public.tasker_task_annotations (task_id);
