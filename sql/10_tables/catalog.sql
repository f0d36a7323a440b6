-- What can be run: namespaces, named tasks, the systems steps talk to, named steps, and which named
-- steps a named task has. The dependencies between the steps of a template are not kept here: they
-- live in its file, and as edges in every task made from it.
create table if not exists public.tasker_task_namespaces (
  task_namespace_id serial primary key,
  name character varying(64) not null,
  description character varying(255),
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null
);
comment on table public.tasker_task_namespaces is 'Name spaces of named tasks';
create unique index if not exists task_namespaces_name_unique on public.tasker_task_namespaces (name);

create table if not exists public.tasker_named_tasks (
  named_task_id serial primary key,
  name character varying(64) not null,
  description character varying(255),
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  task_namespace_id bigint default 1 not null,
  version character varying(16) default '0.1.0' not null,
  -- The default is a JSON string of two characters, not an object: write objects, read defensively.
  configuration jsonb default '"{}"'::jsonb,
  constraint fk_rails_16a0297759
    foreign key (task_namespace_id) references public.tasker_task_namespaces (task_namespace_id)
);
comment on table public.tasker_named_tasks is 'One row per template: namespace, name and version';
create unique index if not exists named_tasks_namespace_name_version_unique
  on public.tasker_named_tasks (task_namespace_id, name, version);

create table if not exists public.tasker_dependent_systems (
  dependent_system_id serial primary key,
  name character varying(64) not null,
  description character varying(255),
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null
);
comment on table public.tasker_dependent_systems is 'Systems that steps depend on';
create unique index if not exists dependent_systems_name_unique on public.tasker_dependent_systems (name);

create table if not exists public.tasker_dependent_system_object_maps (
  -- bigserial cuts the sequence name to 63 bytes exactly as the published schema has it.
  dependent_system_object_map_id bigserial primary key,
  dependent_system_one_id integer not null,
  dependent_system_two_id integer not null,
  remote_id_one character varying(128) not null,
  remote_id_two character varying(128) not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint dependent_system_object_maps_dependent_system_one_id_foreign
    foreign key (dependent_system_one_id) references public.tasker_dependent_systems (dependent_system_id),
  constraint dependent_system_object_maps_dependent_system_two_id_foreign
    foreign key (dependent_system_two_id) references public.tasker_dependent_systems (dependent_system_id)
);
comment on table public.tasker_dependent_system_object_maps is 'The same object under its ids in two systems';
create unique index if not exists dependent_system_object_maps_dependent_system_one_id_dependent_
  on public.tasker_dependent_system_object_maps
  (dependent_system_one_id, dependent_system_two_id, remote_id_one, remote_id_two);

create table if not exists public.tasker_named_steps (
  named_step_id serial primary key,
  dependent_system_id integer not null,
  name character varying(128) not null,
  description character varying(255),
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint named_steps_dependent_system_id_foreign
    foreign key (dependent_system_id) references public.tasker_dependent_systems (dependent_system_id)
);
comment on table public.tasker_named_steps is 'Step names per system, shared by all templates and versions';
create unique index if not exists named_step_by_system_uniq
  on public.tasker_named_steps (dependent_system_id, name);

create table if not exists public.tasker_named_tasks_named_steps (
  id serial primary key,
  named_task_id integer not null,
  named_step_id integer not null,
  skippable boolean default false not null,
  default_retryable boolean default true not null,
  default_retry_limit integer default 3 not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint named_tasks_named_steps_named_step_id_foreign
    foreign key (named_step_id) references public.tasker_named_steps (named_step_id),
  constraint named_tasks_named_steps_named_task_id_foreign
    foreign key (named_task_id) references public.tasker_named_tasks (named_task_id)
);
comment on table public.tasker_named_tasks_named_steps is 'The steps of a named task, with their retry defaults';
create unique index if not exists named_tasks_steps_ids_unique
  on public.tasker_named_tasks_named_steps (named_task_id, named_step_id);

-- Named tasks point at namespace 1 by default, so that row has to exist before the first of them.
insert into public.tasker_task_namespaces (name, created_at, updated_at)
values ('default', now() at time zone 'UTC', now() at time zone 'UTC')
on conflict (name) do nothing;
