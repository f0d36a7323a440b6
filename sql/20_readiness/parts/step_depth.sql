-- The shortest distance of a step from any root, found by walking up until the nearest root appears.
-- Null when no root is above it (it hangs on a cycle), or when the distance exceeds p_limit (null: no limit).
-- Every step is visited once, so it ends on cycles too.
create or replace function workbench.step_depth(p_step_id bigint, p_limit integer default null)
returns integer
language plpgsql
stable
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_rank bigint[] := array[p_step_id];
  v_seen bigint[] := v_rank;
  v_depth integer := 0;
begin
  while cardinality(v_rank) > 0 and (p_limit is null or v_depth <= p_limit) loop
    if exists (
      select from unnest(v_rank) as r (id)
      where not exists (select from tasker_workflow_step_edges e where e.to_step_id = r.id)
    ) then
      return v_depth;
    end if;
    v_rank := array(
      select distinct e.from_step_id
      from tasker_workflow_step_edges e
      where e.to_step_id = any (v_rank) and e.from_step_id <> all (v_seen)
    );
    v_seen := v_seen || v_rank;
    v_depth := v_depth + 1;
  end loop;
  return null;
end
$$;
