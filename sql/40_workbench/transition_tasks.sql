-- Moves tasks to new states, set-wise; the only writer of task transitions.
-- Refused without a trace (applied = false) when the current state is not among the sources, or when → complete is
-- asked and a step is in a state outside `finished` (0 steps pass). → complete also sets the complete column.
-- p_changes: [{task, to, sources, at, metadata, finished}], every task at most once. Returns one row a change, in order.
-- Locks: the transition row, then the task row. Rows are looked up by key from arrays, as in transition_steps.
create or replace function workbench.transition_tasks(p_changes jsonb)
returns table (task_id bigint, applied boolean, from_state text)
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  v_tasks bigint[];
  v_froms text[];
  v_legal boolean[];
  v_moved record;
begin
  -- what is asked, what is there, and what is legal ---------------------------------------------------------------
  with asked as (
    select c.task, c.to, c.sources, c.finished, coalesce(t.to_state, 'pending')::text as from_state, c.position
    from rows from (jsonb_to_recordset(p_changes) as (task bigint, "to" text, sources text[], finished text[]))
      with ordinality as c(task, "to", sources, finished, position)
    left join tasker_task_transitions t on t.task_id = c.task and t.most_recent
  ), judged as (
    select a.*, a.from_state = any (a.sources)
      and (a.to <> 'complete' or not exists (
        select from tasker_workflow_steps s
        where s.task_id = a.task
          and coalesce((
            select p.to_state
            from tasker_workflow_step_transitions p
            where p.workflow_step_id = s.workflow_step_id and p.most_recent
          ), 'pending') <> all (a.finished)
      )) as legal
    from asked a
  )
  select array_agg(j.task order by j.position), array_agg(j.from_state order by j.position),
         array_agg(j.legal order by j.position)
  into v_tasks, v_froms, v_legal
  from judged j;

  select array_agg(c.task) as tasks, array_agg(c.to) as tos, array_agg(c.at) as ats, array_agg(c.metadata) as metadata,
         array_agg(v_froms[c.position]) as froms
  into v_moved
  from rows from (jsonb_to_recordset(p_changes) as (task bigint, "to" text, at timestamp, metadata jsonb))
    with ordinality as c(task, "to", at, metadata, position)
  where v_legal[c.position];

  -- the old row first: the unique index allows one most recent row --------------------------------------------------
  update tasker_task_transitions t
  set most_recent = false, updated_at = m.at
  from unnest(v_moved.tasks, v_moved.ats) as m(task, at)
  where t.task_id = m.task and t.most_recent;

  insert into tasker_task_transitions
    (to_state, from_state, metadata, sort_key, most_recent, task_id, created_at, updated_at)
  select m.to, m.from_state, coalesce(m.metadata, '{}'::jsonb),
         coalesce((select max(t.sort_key) from tasker_task_transitions t where t.task_id = m.task), 0) + 10,
         true, m.task, m.at, m.at
  from unnest(v_moved.tasks, v_moved.tos, v_moved.froms, v_moved.ats, v_moved.metadata)
    as m(task, "to", from_state, at, metadata);

  update tasker_tasks t
  set complete = true, updated_at = m.at
  from unnest(v_moved.tasks, v_moved.tos, v_moved.ats) as m(task, "to", at)
  where t.task_id = m.task and m.to = 'complete';

  return query
  select a.task, a.legal, a.from_state
  from unnest(v_tasks, v_legal, v_froms) with ordinality as a(task, legal, from_state, position)
  order by a.position;
end;
$$;
