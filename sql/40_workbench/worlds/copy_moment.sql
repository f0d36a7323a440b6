-- Fills a world with the rows of one task as they were right after an event, out of the world where the task is now.
-- p_run_ids, p_lasts: the runs whose versions count, each up to that event; a fork names the runs it came from before itself.
-- p_continue_ids: whether new rows are to follow, so that their ids go on where those of the task ended.
-- Promise: the source is only read. Locks: none that anybody waits for.
create or replace function workbench.copy_moment(p_from text, p_to text, p_task_id bigint, p_run_ids bigint[],
                                                 p_lasts integer[], p_continue_ids boolean)
returns void
language plpgsql
as $$
declare
  v_steps bigint[];
  v_keys integer[];
  v_columns jsonb[];
  v_task_key integer;
  v_task_columns jsonb;
begin
  -- how the rows looked ---------------------------------------------------------------------------------------------
  select array_agg(w.step_id), array_agg(w.sort_key), array_agg(w.columns)
  into v_steps, v_keys, v_columns
  from (
    select distinct on (r.step_id) r.step_id, r.sort_key, r.columns
    from unnest(p_run_ids, p_lasts) as l(run, last)
    join workbench.row_versions r on r.run_id = l.run and r.seq <= l.last
    where r.step_id is not null
    order by r.step_id, r.seq desc, r.version_id desc
  ) w;

  select r.sort_key, r.columns
  into v_task_key, v_task_columns
  from unnest(p_run_ids, p_lasts) as l(run, last)
  join workbench.row_versions r on r.run_id = l.run and r.seq <= l.last
  where r.step_id is null
  order by r.seq desc, r.version_id desc
  limit 1;

  -- the copies ------------------------------------------------------------------------------------------------------
  perform workbench.empty_world(p_to);

  execute format(
    'insert into %2$I.tasker_tasks select x.* from %1$I.tasker_tasks t '
    'cross join lateral jsonb_populate_record(t, $2) x where t.task_id = $1', p_from, p_to)
  using p_task_id, v_task_columns;

  execute format(
    'insert into %2$I.tasker_task_transitions (id, to_state, from_state, metadata, sort_key, most_recent, task_id, created_at, updated_at) '
    'select t.id, t.to_state, t.from_state, t.metadata, t.sort_key, t.sort_key = $2, t.task_id, t.created_at, '
    '  case when t.sort_key = $2 then t.created_at else t.updated_at end '
    'from %1$I.tasker_task_transitions t where t.task_id = $1 and t.sort_key <= $2 order by t.id', p_from, p_to)
  using p_task_id, v_task_key;

  execute format(
    'insert into %2$I.tasker_workflow_steps select x.* from unnest($1, $2) as v(step, columns) '
    'join %1$I.tasker_workflow_steps s on s.workflow_step_id = v.step '
    'cross join lateral jsonb_populate_record(s, v.columns) x order by s.workflow_step_id', p_from, p_to)
  using v_steps, v_columns;

  execute format(
    'insert into %2$I.tasker_workflow_step_edges select e.* from %1$I.tasker_workflow_step_edges e '
    'where e.from_step_id = any ($1) order by e.id', p_from, p_to)
  using v_steps;

  execute format(
    'insert into %2$I.tasker_workflow_step_transitions (id, to_state, from_state, metadata, sort_key, most_recent, workflow_step_id, created_at, updated_at) '
    'select t.id, t.to_state, t.from_state, t.metadata, t.sort_key, t.sort_key = v.key, t.workflow_step_id, t.created_at, '
    '  case when t.sort_key = v.key then t.created_at else t.updated_at end '
    'from unnest($1, $2) as v(step, key) '
    'join %1$I.tasker_workflow_step_transitions t on t.workflow_step_id = v.step and t.sort_key <= v.key order by t.id',
    p_from, p_to)
  using v_steps, v_keys;

  if p_continue_ids then
    perform workbench.continue_ids(p_to);
  end if;
end;
$$;
