-- Longest distance of the nodes 1 .. p_count from the roots (nodes without incoming edges), whatever order
-- the numbers are in. An edge leads from p_parents[i] to p_children[i]; parent 0 stands for a node outside:
-- its child is not a root. Nodes no root reaches get -1. Raises TW001 when a root reaches a cycle.
-- It walks once over what the roots reach, counting the edges into each node, then settles each node after
-- the last of these edges: two steps per edge, where repeated relaxation could need as many passes as nodes.
create or replace function workbench.longest_paths(p_count integer, p_parents integer[], p_children integer[])
returns integer[]
language plpgsql
immutable
as $$
declare
  v_levels integer[] := array_fill(0, array[p_count]);
  v_open integer[] := v_levels; -- reached edges into a node that are not settled yet
  v_first integer[] := v_levels; -- first edge out of a node, 0 for none
  v_parents integer[];
  v_children integer[];
  v_queue integer[];
  v_roots integer;
  v_reached integer;
  v_head integer := 1;
  v_edge integer;
  v_node integer;
  v_child integer;
begin
  foreach v_child in array p_children loop
    v_levels[v_child] := -1;
  end loop;
  v_queue := array_positions(v_levels, 0);
  v_roots := cardinality(v_queue);

  select array_agg(s.parent), array_agg(s.child)
  into v_parents, v_children
  from (
    select e.parent, e.child from unnest(p_parents, p_children) as e (parent, child)
    where e.parent > 0
    order by e.parent
  ) s;
  for v_edge in reverse coalesce(cardinality(v_parents), 0) .. 1 loop
    v_first[v_parents[v_edge]] := v_edge;
  end loop;

  while v_head <= cardinality(v_queue) loop
    v_node := v_queue[v_head];
    v_head := v_head + 1;
    v_edge := v_first[v_node];
    while v_edge > 0 and v_parents[v_edge] = v_node loop
      v_child := v_children[v_edge];
      if v_open[v_child] = 0 and v_levels[v_child] < 0 then
        v_queue[cardinality(v_queue) + 1] := v_child;
      end if;
      v_open[v_child] := v_open[v_child] + 1;
      v_edge := v_edge + 1;
    end loop;
  end loop;
  v_reached := cardinality(v_queue);

  v_queue := v_queue[1 : v_roots];
  v_head := 1;
  while v_head <= cardinality(v_queue) loop
    v_node := v_queue[v_head];
    v_head := v_head + 1;
    v_edge := v_first[v_node];
    while v_edge > 0 and v_parents[v_edge] = v_node loop
      v_child := v_children[v_edge];
      v_levels[v_child] := greatest(v_levels[v_child], v_levels[v_node] + 1);
      v_open[v_child] := v_open[v_child] - 1;
      if v_open[v_child] = 0 then
        v_queue[cardinality(v_queue) + 1] := v_child;
      end if;
      v_edge := v_edge + 1;
    end loop;
  end loop;

  if cardinality(v_queue) < v_reached then
    raise exception 'the steps of the task form a cycle' using errcode = 'TW001';
  end if;
  return v_levels;
end
$$;
