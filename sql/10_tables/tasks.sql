-- Tasks, the history of their states, and notes on them. A task has no status column: its state is the
-- most recent transition, and a task without transitions is pending.
create table if not exists public.tasker_tasks (
  task_id bigserial primary key,
  named_task_id integer not null,
  complete boolean default false not null,
  requested_at timestamp without time zone not null,
  initiator character varying(128),
  source_system character varying(128),
  reason character varying(128),
  bypass_steps json,
  tags jsonb,
  context jsonb,
  identity_hash character varying(128) not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint tasks_named_task_id_foreign
    foreign key (named_task_id) references public.tasker_named_tasks (named_task_id)
);
comment on table public.tasker_tasks is 'One row per requested run of a named task';
create unique index if not exists index_tasks_on_identity_hash on public.tasker_tasks (identity_hash);

create table if not exists public.tasker_task_transitions (
  id bigserial primary key,
  to_state character varying not null,
  from_state character varying,
  metadata jsonb default '{}'::jsonb,
  sort_key integer not null,
  most_recent boolean default true not null,
  task_id bigint not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint fk_rails_e8caec803c foreign key (task_id) references public.tasker_tasks (task_id)
);
comment on table public.tasker_task_transitions is 'Every state a task has had; most_recent marks the current one';
-- Rule: at most one current row per task. A writer clears the old row before it inserts the new one.
create unique index if not exists index_tasker_task_transitions_on_task_id_and_most_recent
  on public.tasker_task_transitions (task_id, most_recent) where most_recent = true;
create unique index if not exists index_tasker_task_transitions_on_task_id_and_sort_key
  on public.tasker_task_transitions (task_id, sort_key);

create table if not exists public.tasker_annotation_types (
  annotation_type_id serial primary key,
  name character varying(64) not null,
  description character varying(255),
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null
);
comment on table public.tasker_annotation_types is 'Kinds of annotations';
create unique index if not exists annotation_types_name_unique on public.tasker_annotation_types (name);

create table if not exists public.tasker_task_annotations (
  task_annotation_id bigserial primary key,
  task_id bigint not null,
  annotation_type_id integer not null,
  annotation jsonb,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint task_annotations_annotation_type_id_foreign
    foreign key (annotation_type_id) references public.tasker_annotation_types (annotation_type_id),
  constraint task_annotations_task_id_foreign
    foreign key (task_id) references public.tasker_tasks (task_id)
);
comment on table public.tasker_task_annotations is 'Notes that handlers leave on a task';
