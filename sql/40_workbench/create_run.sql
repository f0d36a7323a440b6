-- Writes down what a run is made of, so that it can be run again, and returns its id.
create or replace function workbench.create_run(p_task_id bigint, p_profile text, p_seed bigint, p_template json,
                                                p_scenario json, p_at timestamp)
returns bigint
language plpgsql
as $$
declare
  v_run_id bigint;
begin
  insert into workbench.runs (task_id, profile, seed, template, scenario, started_at)
  values (p_task_id, p_profile, p_seed, p_template, p_scenario, p_at)
  returning run_id into v_run_id;
  return v_run_id;
end;
$$;
