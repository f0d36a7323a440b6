-- The steps of tasks, the edges between them, and the history of step states. As with tasks, the state
-- of a step is its most recent transition, and a step without transitions is pending.
create table if not exists public.tasker_workflow_steps (
  workflow_step_id bigserial primary key,
  task_id bigint not null,
  named_step_id integer not null,
  retryable boolean default true not null,
  retry_limit integer default 3,
  in_process boolean default false not null,
  processed boolean default false not null,
  processed_at timestamp without time zone,
  attempts integer,
  last_attempted_at timestamp without time zone,
  backoff_request_seconds integer,
  inputs jsonb,
  results jsonb,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  skippable boolean default false not null,
  constraint workflow_steps_named_step_id_foreign
    foreign key (named_step_id) references public.tasker_named_steps (named_step_id),
  constraint workflow_steps_task_id_foreign
    foreign key (task_id) references public.tasker_tasks (task_id)
);
comment on table public.tasker_workflow_steps is 'One row per step of a task, with its attempts and waits';
-- The one index by task: it finds the steps of a task, their number, and their lowest and highest id.
create index if not exists index_workflow_steps_task_and_step_id
  on public.tasker_workflow_steps (task_id, workflow_step_id);

create table if not exists public.tasker_workflow_step_edges (
  id bigserial primary key,
  from_step_id bigint not null,
  to_step_id bigint not null,
  name character varying not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint fk_rails_7b4652ccf2
    foreign key (from_step_id) references public.tasker_workflow_steps (workflow_step_id),
  constraint fk_rails_93ec0bf6eb
    foreign key (to_step_id) references public.tasker_workflow_steps (workflow_step_id)
);
comment on table public.tasker_workflow_step_edges is
  'to_step_id waits for from_step_id; nothing here forbids duplicates, cycles or edges between tasks';
create index if not exists idx_step_edges_from_to
  on public.tasker_workflow_step_edges (from_step_id, to_step_id);
create index if not exists idx_step_edges_to_from
  on public.tasker_workflow_step_edges (to_step_id, from_step_id);

create table if not exists public.tasker_workflow_step_transitions (
  id bigserial primary key,
  to_state character varying not null,
  from_state character varying,
  metadata jsonb default '{}'::jsonb,
  sort_key integer not null,
  most_recent boolean default true not null,
  workflow_step_id bigint not null,
  created_at timestamp(6) without time zone not null,
  updated_at timestamp(6) without time zone not null,
  constraint fk_rails_6e0f6eb833
    foreign key (workflow_step_id) references public.tasker_workflow_steps (workflow_step_id)
);
comment on table public.tasker_workflow_step_transitions is
  'Every state a step has had; most_recent marks the current one';
-- Rule: at most one current row per step. A writer clears the old row before it inserts the new one.
create unique index if not exists idx_on_workflow_step_id_most_recent_97d5374ad6
  on public.tasker_workflow_step_transitions (workflow_step_id, most_recent) where most_recent = true;
create unique index if not exists idx_on_workflow_step_id_sort_key_4d476d7adb
  on public.tasker_workflow_step_transitions (workflow_step_id, sort_key);
-- Our own: state and moment of the current transition out of the index alone, by step or by range.
create unique index if not exists workbench_step_current_state
  on public.tasker_workflow_step_transitions (workflow_step_id) include (to_state, created_at)
  where most_recent;
