-- The rest of the published indexes of the catalogue tables. Loaded only where a Ruby installation is to
-- share the database: the engine needs none of them, and each makes writing slower.
create index if not exists task_namespaces_name_index on public.tasker_task_namespaces (name);

create index if not exists named_tasks_name_index on public.tasker_named_tasks (name);
create index if not exists named_tasks_task_namespace_id_index on public.tasker_named_tasks (task_namespace_id);
create index if not exists named_tasks_version_index on public.tasker_named_tasks (version);
create index if not exists named_tasks_configuration_gin_index
  on public.tasker_named_tasks using gin (configuration);

create index if not exists dependent_systems_name_index on public.tasker_dependent_systems (name);

create index if not exists dependent_system_object_maps_dependent_system_one_id_index
  on public.tasker_dependent_system_object_maps (dependent_system_one_id);
create index if not exists dependent_system_object_maps_dependent_system_two_id_index
  on public.tasker_dependent_system_object_maps (dependent_system_two_id);
create index if not exists dependent_system_object_maps_remote_id_one_index
  on public.tasker_dependent_system_object_maps (remote_id_one);
create index if not exists dependent_system_object_maps_remote_id_two_index
  on public.tasker_dependent_system_object_maps (remote_id_two);

create index if not exists named_steps_dependent_system_id_index
  on public.tasker_named_steps (dependent_system_id);
create index if not exists named_steps_name_index on public.tasker_named_steps (name);

create index if not exists named_tasks_named_steps_named_step_id_index
  on public.tasker_named_tasks_named_steps (named_step_id);
create index if not exists named_tasks_named_steps_named_task_id_index
  on public.tasker_named_tasks_named_steps (named_task_id);
