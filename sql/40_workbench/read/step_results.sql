-- Results of steps, in the order asked for; null for an unknown step. What a handler reads of earlier steps.
create or replace function workbench.step_results(p_step_ids bigint[])
returns table (results jsonb)
language plpgsql
stable
as $$
begin
  return query
  select s.results
  from unnest(p_step_ids) with ordinality as a(step_id, position)
  left join tasker_workflow_steps s on s.workflow_step_id = a.step_id
  order by a.position;
end;
$$;
