-- The level of each step of a task: the length of the longest path to it from any root.
-- Promise: ordered by level, then id. Roots (no incoming edge at all, not even from another task) are 0;
-- steps that no root reaches are left out. A cycle that a root reaches raises TW001: there the longest path
-- has no end. Linear in steps and edges.
-- Steps are numbered densely and edges held as two integer arrays, because subscripts cost next to nothing.
create or replace function public.calculate_dependency_levels(input_task_id bigint)
returns table (workflow_step_id bigint, dependency_level integer)
language plpgsql
stable
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  v_ids bigint[] := array(
    select s.workflow_step_id from tasker_workflow_steps s
    where s.task_id = input_task_id order by s.workflow_step_id
  );
  v_count integer := cardinality(v_ids);
  v_levels integer[] := array_fill(0, array[v_count]);
  v_parents integer[]; -- number of the parent of each edge; 0 when it belongs to another task
  v_children integer[]; -- number of the child of each edge, ascending
  v_ascending boolean;
begin
  if v_ids[v_count] - v_ids[1] + 1 = v_count then
    -- The ids follow one another, as those of a task written at once do: a number is a difference.
    select array_agg(n.parent), array_agg(n.child), bool_and(n.parent between 1 and n.child - 1)
    into v_parents, v_children, v_ascending
    from (
      select case when e.from_step_id between v_ids[1] and v_ids[v_count]
                  then (e.from_step_id - v_ids[1])::integer + 1 else 0 end as parent,
        (e.to_step_id - v_ids[1])::integer + 1 as child
      from tasker_workflow_step_edges e
      where e.to_step_id between v_ids[1] and v_ids[v_count]
      order by e.to_step_id, e.from_step_id
      offset 0
    ) n;
  else
    select array_agg(n.parent), array_agg(n.child), bool_and(n.parent between 1 and n.child - 1)
    into v_parents, v_children, v_ascending
    from (
      select case when v_ids[b.parent] = b.from_step_id then b.parent else 0 end as parent, b.child
      from (
        select e.from_step_id, width_bucket(e.from_step_id, v_ids) as parent,
          width_bucket(e.to_step_id, v_ids) as child
        from tasker_workflow_step_edges e
        where e.to_step_id = any (v_ids)
        order by e.to_step_id, e.from_step_id
        offset 0
      ) b
    ) n;
  end if;

  if v_ascending then
    -- Every edge leads from a lower to a higher number: when an edge is looked at, all edges into its parent
    -- have been, so one pass is enough. There is no cycle, and every step hangs on a root.
    for v_edge in 1 .. cardinality(v_parents) loop
      v_levels[v_children[v_edge]] :=
        greatest(v_levels[v_children[v_edge]], v_levels[v_parents[v_edge]] + 1);
    end loop;
  elsif v_parents is not null then
    v_levels := workbench.longest_paths(v_count, v_parents, v_children);
  end if;

  return query
  select l.id, l.level
  from unnest(v_ids, v_levels) as l (id, level)
  where l.level >= 0
  order by l.level, l.id;
end
$$;
