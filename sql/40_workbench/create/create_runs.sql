-- Writes down what runs are made of, so that each can be run again: one run a task, seeds counting up from p_seed.
-- Returns their ids in the order of the tasks.
create or replace function workbench.create_runs(p_task_ids bigint[], p_profile text, p_seed bigint, p_template json,
                                                 p_scenario json, p_at timestamp)
returns bigint[]
language plpgsql
as $$
declare
  v_run_ids bigint[];
begin
  with written as (
    insert into workbench.runs (task_id, profile, seed, template, scenario, started_at)
    select t.task_id, p_profile, p_seed + t.position - 1, p_template, p_scenario, p_at
    from unnest(p_task_ids) with ordinality as t(task_id, position)
    order by t.position
    returning run_id
  )
  select array_agg(w.run_id order by w.run_id) into v_run_ids
  from written w;
  return v_run_ids;
end;
$$;
